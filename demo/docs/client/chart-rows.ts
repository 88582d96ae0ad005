import type {TinybirdChart} from '../../../src/index.js';
import {SAMPLE_ROWS} from './sample-rows.js';

const STORAGE_KEY = 'demo-session';

/** Whether the local stack serves the page, so that pipes can be asked. */
export const hasStack = document.documentElement.dataset['rows'] === 'stack';

/** Whether somebody is signed in, as far as the demo remembers. */
export function isSignedIn(): boolean {
  return hasStack && localStorage.getItem(STORAGE_KEY) === 'in';
}

/** Remembers for this and the demo's pages whether somebody is signed in. */
export function rememberSession(isIn: boolean): void {
  localStorage.setItem(STORAGE_KEY, isIn ? 'in' : 'out');
}

/**
 * Gives charts the sample rows of their pipe while there is nobody to ask for. Before the tag is
 * defined, the rows wait on the element.
 */
export function giveRows(charts: Iterable<Element>): void {
  for (const chart of charts as Iterable<TinybirdChart>) {
    const rows = SAMPLE_ROWS[chart.getAttribute('pipe') ?? ''];
    if (rows && !isSignedIn()) chart.data = rows;
  }
}
