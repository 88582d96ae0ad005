import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {importForServer, REACT_VERSIONS} from './support/react-bundle.js';
import {useReact} from './support/react-page.js';

for (const version of REACT_VERSIONS) {
  describe(`the components in React ${version}`, () => {
    const run = useReact(version);

    it('set properties, and give defaults back', async () => {
      const {result, complaints} = await run(`
        const props = {data: [{name: 'Ada'}], type: 'table', heading: 'Sales', className: 'wide',
          columns: {name: {label: 'Who'}}, noActions: true, 'data-x': '1', style: {width: '400px'}};
        const root = mount(h(kit.TinybirdChart, props));
        await until(() => app.querySelector('tinybird-chart')?.state === 'ready', 'rows');
        const chart = app.querySelector('tinybird-chart');
        const first = [chart.heading, chart.columns.name.label, chart.noActions, chart.className,
          chart.dataset.x, chart.style.width, chart.type];
        root.render(h(kit.StrictMode, null, h(kit.TinybirdChart, {data: props.data, heading: undefined})));
        await until(() => chart.heading === undefined, 'a default');
        return {first, then: [chart.columns, chart.noActions, chart.type, chart.className]};
      `);

      assert.deepEqual(complaints, []);
      assert.deepEqual(result, {
        first: ['Sales', 'Who', true, 'wide', '1', '400px', 'table'],
        then: [undefined, false, undefined, ''],
      });
    });

    it('call the latest listener once for each event', async () => {
      const {result, complaints} = await run(`
        const seen = [];
        const tree = (tag) => h(kit.TinybirdProvider, {getToken, fetch: fetchRows, loading: 'eager',
            onLoad: () => seen.push('outer')},
          h(kit.TinybirdChart, {pipe: 'sales', type: 'table', heading: tag, onLoad: (event) =>
            seen.push(tag + ' ' + event.response.rows), onStateChange: (event) => seen.push(event.state)}));
        const root = mount(tree('first'));
        await until(() => seen.includes('outer'), 'rows');
        const once = [...seen];
        seen.length = 0;
        root.render(h(kit.StrictMode, null, tree('second')));
        const chart = app.querySelector('tinybird-chart');
        await until(() => chart.heading === 'second', 'the second render');
        await chart.refetch();
        await until(() => seen.includes('outer'), 'more rows');
        return {once: once.filter((each) => each !== 'waiting'), then: seen, asked: asked.length};
      `);

      assert.deepEqual(complaints, []);
      assert.deepEqual(result, {
        once: ['loading', 'ready', 'first 1', 'outer'],
        then: ['second 1', 'outer'],
        asked: 2,
      });
    });

    it('give the element to a ref, and take it back', async () => {
      const {result} = await run(`
        const ref = kit.createRef();
        const root = mount(h(kit.TinybirdChart, {ref, data: []}));
        await until(() => ref.current, 'an element');
        const name = ref.current.localName;
        root.unmount();
        await until(() => ref.current === null, 'its end');
        return name;
      `);

      assert.equal(result, 'tinybird-chart');
    });

    it('follow rows with a hook, for the visitor who is there', async () => {
      const {result, complaints} = await run(`
        const texts = [];
        function Rows({plan}) {
          const {status, data} = kit.useTinybirdQuery('sales', {plan});
          const session = kit.useTinybirdToken();
          texts.push(data ? data[0].name : '-');
          return h('output', null, status + ' ' + (data ? data[0].name : '-') + ' ' + session.status);
        }
        const tree = (plan, token) => h(kit.TinybirdProvider, {getToken: token, fetch: fetchRows},
          h(Rows, {plan}), h(Rows, {plan}));
        const root = mount(tree('team', getToken));
        const reads = (text) => until(() => app.textContent === text + text, text);
        await reads('ready ada signed-in');
        const first = asked.length;
        root.render(h(kit.StrictMode, null, tree('solo', getToken)));
        await until(() => asked.length > first, 'other parameters');
        await reads('ready ada signed-in');
        visitor = 'grace';
        texts.length = 0;
        root.render(h(kit.StrictMode, null, tree('solo', () => getToken())));
        await until(() => app.textContent.includes('ready grace'), 'the next visitor');
        return {first, then: asked.length, path: asked[0], kept: texts.includes('ada')};
      `);

      assert.deepEqual(complaints, []);
      assert.deepEqual(result, {
        first: 1,
        then: 3,
        path: 'https://api.tinybird.co/v0/pipes/sales.json?plan=team',
        kept: false,
      });
    });

    it('warn of a function that is new on each render', async () => {
      const {complaints} = await run(`
        const tree = () => h(kit.TinybirdChart, {pipe: 'sales', fetch: fetchRows, getToken: () => getToken()});
        const root = mount(tree());
        for (let render = 0; render < 8; render += 1) {
          root.render(tree());
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      `);

      assert.match(complaints.join(' '), /getToken is another function on each render/);
    });

    it('render on a server, and come alive in the page', async () => {
      const warn = console.error;
      const warned: unknown[] = [];
      console.error = (...texts) => void warned.push(texts);
      let markup: string;
      try {
        const server = await importForServer<{renderPage(): string}>('react-server', version);
        markup = server.renderPage();
      } finally {
        console.error = warn;
      }
      assert.deepEqual(warned, []);
      assert.match(
        markup,
        /<tinybird-chart class="wide" type="table" defer-hydration="" heading="Sales"><\/tinybird-chart>/,
      );
      assert.match(markup, /waiting waiting none/);

      const {result, complaints} = await run(
        `
        function Status() {
          const {status, data} = kit.useTinybirdQuery('sales', {plan: 'team'});
          const session = kit.useTinybirdToken();
          return h('output', null, status + ' ' + session.status + ' ' + (data?.length ?? 'none'));
        }
        const props = {className: 'wide', type: 'table', heading: 'Sales', data: [{name: 'Ada'}],
          stacked: true};
        const early = app.querySelector('tinybird-chart');
        const before = [early.state, early.error, early.shadowRoot.querySelector('h3').textContent];
        kit.hydrateRoot(app, h(kit.StrictMode, null, h(kit.TinybirdProvider, {getToken, fetch: fetchRows},
          h(kit.TinybirdChart, props), h(Status))));
        const chart = app.querySelector('tinybird-chart');
        await until(() => chart.state === 'ready', 'rows');
        await until(() => app.textContent.includes('ready signed-in 1'), 'a hook');
        return {before, then: [chart.heading, chart.stacked, chart === early]};
      `,
        markup,
      );

      assert.deepEqual(complaints, []);
      assert.deepEqual(result, {before: ['idle', null, 'Sales'], then: ['Sales', true, true]});
    });
  });
}
