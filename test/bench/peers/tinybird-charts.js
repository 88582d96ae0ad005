// The incumbent as its README shows it: React 18, one component, a token in hand.
import {LineChart} from '@tinybirdco/charts';
import {createElement} from 'react';
import {createRoot} from 'react-dom/client';

globalThis.contender = {
  name: '@tinybirdco/charts',
  async drawQuery(element, {url, token, params}) {
    const root = createRoot(element);
    root.render(
      createElement(LineChart, {
        endpoint: url,
        token,
        params,
        index: 'timestamp',
        categories: ['value'],
        height: '400px',
      }),
    );
    // Charts that share an answer hear nothing of it, so that their canvas has to tell.
    await globalThis.bench.painted(element);
    return {dispose: () => root.unmount()};
  },
};
