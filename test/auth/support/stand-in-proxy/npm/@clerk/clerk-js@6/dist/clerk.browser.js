/* global window */
// As clerk.browser.js does: makes the instance from the script tag's attributes, starts nothing.
window.Clerk ||= {
  loaded: false,
  proxyUrl:
    document.querySelector('script[data-clerk-proxy-url]')?.dataset.clerkProxyUrl ||
    String(window.__clerk_proxy_url || ''),
  publishableKey: document.querySelector('script[data-clerk-publishable-key]').dataset
    .clerkPublishableKey,
  loads: [],
  addListener: () => () => {},
  load(options) {
    this.loads.push(options);
    this.loaded = true;
    return Promise.resolve();
  },
};
