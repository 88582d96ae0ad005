// Recharts with React 18: what a React team would write by hand.
import {createElement} from 'react';
import {createRoot} from 'react-dom/client';
import {Line, LineChart, XAxis, YAxis} from 'recharts';

globalThis.contender = {
  name: 'Recharts',
  async drawQuery(element, {url, token}) {
    const headers = token ? {authorization: `Bearer ${token}`} : {};
    const {data} = await (await fetch(url, {headers})).json();
    const root = createRoot(element);
    const line = createElement(Line, {dataKey: 'value', dot: false, isAnimationActive: false});
    const axes = [
      createElement(XAxis, {key: 'x', dataKey: 'timestamp'}),
      createElement(YAxis, {key: 'y'}),
    ];
    root.render(createElement(LineChart, {width: 1000, height: 400, data}, ...axes, line));
    await globalThis.bench.painted(element);
    return {dispose: () => root.unmount()};
  },
};
