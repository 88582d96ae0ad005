// The element, as a page uses it: the built script, a token in hand.
const tokens = new Map();

// One function for the whole page, as each makes an identity of its own.
const getToken = async ({pipe}) => tokens.get(pipe);

globalThis.contender = {
  name: 'tinybird-chart',
  async drawQuery(element, {host, pipe, token, params}) {
    const chart = document.createElement('tinybird-chart');
    Object.assign(chart, {host, pipe, params, tenancy: 'none', loading: 'eager', type: 'line'});
    Object.assign(chart, {index: 'timestamp', categories: ['value'], noAnimation: true});
    tokens.set(pipe, token);
    chart.getToken = getToken;
    chart.style.blockSize = '100%';
    const drawn = new Promise((resolve, reject) => {
      chart.addEventListener('tinybird-chart-load', resolve, {once: true});
      chart.addEventListener('tinybird-chart-error', ({error}) => reject(error), {once: true});
    });
    element.append(chart);
    await drawn;
    return {dispose: () => chart.remove(), refetch: () => chart.refetch(), chart};
  },
};
