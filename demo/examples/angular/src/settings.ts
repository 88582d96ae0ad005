/** The local stack; of your own, leave out `clerkProxyUrl`. */
export const settings = {
  host: 'http://localhost:4321',
  clerkPublishableKey: 'pk_test_bG9jYWwtc3RhY2suY2xlcmsuYWNjb3VudHMuZGV2JA==',
  clerkProxyUrl: 'http://localhost:4321/__clerk',
};
