import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {REACT_VERSIONS} from '../e2e/support/react-bundle.js';
import {useReact} from '../e2e/support/react-page.js';

/** In the page: a service that answers with rows of the token's tenant. */
const SERVICE = `
  const encode = (value) => btoa(JSON.stringify(value)).replace(/=+$/, '');
  window.tokenFor = (org, lifetimeS = 600, jti = 1) => {
    const nowS = Math.floor(Date.now() / 1000);
    const scopes = [{type: 'PIPES:READ', resource: 'my_pipe', fixed_params: {org}}];
    const claims = {workspace_id: 'w', name: 'visitor_' + org, iat: nowS, exp: nowS + lifetimeS, jti, scopes};
    return [encode({alg: 'HS256'}), encode(claims), 'sig'].join('.');
  };
  window.requests = [];
  window.fails = false;
  window.fetch = async (url, init) => {
    const token = init.headers.Authorization.slice(7);
    requests.push({url, token});
    if (fails) return Response.json({error: 'no such pipe'}, {status: 404});
    const {org} = JSON.parse(atob(token.split('.')[1])).scopes[0].fixed_params;
    const meta = [{name: 'index_field', type: 'String'}, {name: 'visits', type: 'UInt64'},
      {name: 'hits', type: 'UInt64'}];
    const data = ['a', 'b', 'c'].map((name, at) => ({index_field: org + ' ' + name, visits: at + 1, hits: 2 * at}));
    return Response.json({meta, data, rows: data.length, statistics: {elapsed: 0, rows_read: 3, bytes_read: 9}});
  };
  window.endpoint = 'https://api.tinybird.co/v0/pipes/my_pipe.json?plan=team';
  window.common = {index: 'index_field', categories: ['visits', 'hits']};
  window.charts = () => [...app.querySelectorAll('tinybird-chart')];
  window.isReady = (count) => until(() => charts().length === count &&
    charts().every(({state}) => state === 'ready'), count + ' charts, are ' + charts().map(({state, error}) => state + error?.message));
`;

for (const version of REACT_VERSIONS) {
  describe(`what was written for @tinybirdco/charts, in React ${version}`, () => {
    const open = useReact(version);
    const run = (code: string) => open(SERVICE + code);

    it('draws each of its components by the same props', async () => {
      const {result, complaints} = await run(`
        const names = ['LineChart', 'AreaChart', 'BarChart', 'BarList', 'PieChart', 'DonutChart', 'Table'];
        const props = {...common, endpoint, token: tokenFor('acme'), title: 'My chart',
          description: 'of rows', showLegend: true, height: 400, width: '100%', params: {filter: 'value'},
          backgroundColor: '#fff', textColor: '#333', borderRadius: '8px', fontSize: 14,
          colorPalette: ['#123456']};
        mount(h('div', null, ...names.map((name) => h(kit[name], {...props, key: name}))));
        // Those below the fold wait until they are seen.
        for (const chart of app.querySelectorAll('tinybird-chart')) chart.scrollIntoView();
        await until(() => charts().length === 7, 'charts');
        for (const chart of charts()) {
          chart.scrollIntoView();
          await until(() => chart.state === 'ready', chart.type + ' ' + chart.state);
        }
        const [first] = charts();
        const style = getComputedStyle(first);
        return {types: charts().map(({type}) => type), url: requests[0].url, asked: requests.length,
          heading: first.heading, height: style.height, color: style.getPropertyValue('--tinybird-chart-color-1'),
          radius: style.borderRadius, legend: first.noLegend, isTokenIn: requests[0].url.includes(requests[0].token)};
      `);

      assert.deepEqual(complaints, []);
      assert.deepEqual(result, {
        types: ['line', 'area', 'bar', 'bar-list', 'pie', 'donut', 'table'],
        url: 'https://api.tinybird.co/v0/pipes/my_pipe.json?plan=team&filter=value',
        asked: 1,
        heading: 'My chart',
        height: '400px',
        color: '#123456',
        radius: '8px',
        legend: false,
        isTokenIn: false,
      });
    });

    it('shares styles, query and fallbacks by its provider', async () => {
      const {result} = await run(`
        fails = true;
        const provider = {
          styles: {backgroundColor: '#fafafa', textColor: '#333'},
          queryConfig: {endpoint, token: tokenFor('acme'), refreshInterval: 10000,
            onError: (error) => (window.failed = error.code)},
          fallbacks: {loading: h('div', null, 'Loading...'), error: ({error}) => h('div', null, 'Error: ' + error)},
        };
        mount(h(kit.ChartProvider, provider, h(kit.LineChart, {title: 'KPIS', ...common, height: 200}),
          h(kit.BarChart, {title: 'Top devices', ...common, height: 200})));
        await until(() => charts().length === 2 && charts().every(({state}) => state === 'error'), 'failures');
        await until(() => app.querySelectorAll('[slot=error]').length === 2, 'fallbacks');
        const [chart] = charts();
        return {error: app.querySelector('[slot=error]').textContent.slice(0, 7), failed,
          loading: app.querySelector('[slot=loading]').textContent,
          seconds: chart.refreshInterval, background: getComputedStyle(chart).getPropertyValue('--tinybird-chart-background')};
      `);

      assert.deepEqual(result, {
        error: 'Error: ',
        failed: 'pipe-not-found',
        loading: 'Loading...',
        seconds: 10,
        background: '#fafafa',
      });
    });

    it('hands rows of its hook to a chart', async () => {
      const {result, complaints} = await run(`
        const seen = [];
        const said = new Set();
        function MyHookLineChart() {
          const {data, meta, error, loading} = kit.useQuery({endpoint, token: window.first, params: {filter: 'value'},
            onSuccess: (response) => seen.push(response.rows)});
          said.add(loading ? 'loading' : error ? 'failed' : 'ready');
          if (loading) return h('p', null, 'Loading...');
          if (error) return h('p', null, 'Error: ' + error);
          return h(kit.LineChart, {...common, title: 'My Line Chart', height: 400, data, meta});
        }
        window.first = tokenFor('acme');
        mount(h(MyHookLineChart));
        await isReady(1);
        return {rows: charts()[0].response.rows, asked: requests.length, seen: seen[0], said: [...said]};
      `);

      assert.deepEqual(complaints, []);
      assert.deepEqual(result, {rows: 3, asked: 1, seen: 3, said: ['loading', 'ready']});
    });

    it('says once what has no counterpart', async () => {
      const {complaints} = await run(`
        const props = {...common, endpoint, token: tokenFor('acme'), height: 200, options: {grid: {}},
          fetcher: () => undefined, indexConfig: {label: 'Category', renderBarContent: () => null}};
        mount(h('div', null, h(kit.BarList, {...props, key: 1}), h(kit.BarList, {...props, key: 2})));
        await isReady(2);
      `);

      const warnings = complaints.map((text) => /`(\w+)` of BarList has no effect/.exec(text)?.[1]);
      assert.deepEqual(warnings, ['options', 'fetcher', 'categoryConfig']);
    });

    it('shows what the page says of its own loading and failure', async () => {
      const {result} = await run(`
        const root = mount(h(kit.LineChart, {...common, loading: true, fallbackLoading: h('i', null, 'soon')}));
        await until(() => app.textContent === 'soon', 'the fallback');
        root.render(h(kit.LineChart, {...common, error: 'gone', fallbackError: ({error}) => h('b', null, error)}));
        await until(() => app.textContent === 'gone', 'the failure');
        root.render(h(kit.LineChart, {...common, endpoint: 'https://api.tinybird.co/v0/sql', token: tokenFor('acme')}));
        await until(() => charts()[0]?.state === 'error', 'a refusal');
        return [charts()[0].error.code, requests.length];
      `);

      assert.deepEqual(result, ['misconfigured', 0]);
    });

    it('keeps its rows while the token is renewed, and none for another tenant', async () => {
      const {result, complaints} = await run(`
        const props = {...common, endpoint, refreshInterval: 1000, height: 300};
        const states = [];
        document.addEventListener('tinybird-chart-state', (event) => states.push(event.state));
        const tree = (token) => h(kit.StrictMode, null, h(kit.Table, {...props, token}));
        const root = mount(h(kit.Table, {...props, token: tokenFor('acme', 8)}));
        await isReady(1);
        states.length = 0;
        const renewed = tokenFor('acme', 600, 2);
        root.render(tree(renewed));
        await until(() => requests.some(({token}) => token === renewed), 'the renewed token');
        const kept = {states: [...states], stale: charts()[0].state};
        root.render(tree(tokenFor('globex')));
        await until(() => charts()[0].response?.data[0].index_field !== 'acme a', 'no rows of acme');
        await until(() => charts()[0].response?.data[0].index_field === 'globex a', 'rows of globex');
        return kept;
      `);

      assert.deepEqual(complaints, []);
      assert.deepEqual(result, {states: [], stale: 'ready'});
    });
  });
}
