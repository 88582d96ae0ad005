// What the tests of the React components render in Node.
import {createElement, StrictMode} from 'react';
import {renderToString} from 'react-dom/server';
import {
  TinybirdChart,
  TinybirdProvider,
  useTinybirdQuery,
  useTinybirdToken,
} from '../../../src/entries/react.js';

function Status() {
  const {status, data} = useTinybirdQuery('sales', {plan: 'team'});
  const session = useTinybirdToken();
  return createElement('output', null, `${status} ${session.status} ${data?.length ?? 'none'}`);
}

/** A page of a provider, a chart with rows and a component with rows of its own. */
export function renderPage(): string {
  const chart = createElement(TinybirdChart, {
    className: 'wide',
    type: 'table',
    heading: 'Sales',
    data: [{name: 'Ada'}],
    stacked: true,
    onLoad: () => undefined,
  });
  const getToken = () => Promise.resolve(null);
  const tree = createElement(TinybirdProvider, {getToken}, chart, createElement(Status));
  return renderToString(createElement(StrictMode, null, tree));
}
