// First of the script tag's modules: where a chart waits in the page, what every chart needs is on its
// way while the rest of the script is still being run. Whoever needs a part tells when it is missing.
const ignore = () => undefined;

if (document.querySelector('tinybird-chart')) {
  import('./engine.js').catch(ignore);
  import('./drawn-views.js').catch(ignore);
}
