// After hydration, when every tag has its properties.
export default defineNuxtPlugin((nuxt) => {
  nuxt.hook('app:mounted', async () => {
    const {configure} = await import('tinybird-chart/define');
    configure({
      host: 'http://localhost:4321',
      clerkPublishableKey: 'pk_test_bG9jYWwtc3RhY2suY2xlcmsuYWNjb3VudHMuZGV2JA==',
      clerkProxyUrl: 'http://localhost:4321/__clerk',
    });
  });
});
