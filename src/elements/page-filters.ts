import {Listeners} from '../lib/listeners.js';
import {sharedOnPage} from '../lib/page-shared.js';
import type {PipeParams} from '../tinybird/pipe-request.js';

/** What a visitor's choice in one chart sets elsewhere. */
export interface PageFilter {
  /** Selector of what it reaches: charts, or anything around them. */
  readonly targets: string;
  /** Parameters for something that is asked with `given` without this filter. */
  readonly paramsFor: (given: PipeParams) => PipeParams;
  /** False from the moment on in which the rows that were chosen from belong to somebody else. */
  readonly isCurrent: () => boolean;
}

const page = () =>
  sharedOnPage('filters', () => ({
    filters: new Map<Element, PageFilter>(),
    changes: new Listeners(),
  }));

/** Calls back after each change of any filter. Returns the removal of the callback. */
export function onPageFilters(callback: () => void): () => void {
  return page().changes.add(callback);
}

/** Sets what `source` filters by; null for nothing any more. */
export function setPageFilter(source: Element, filter: PageFilter | null): void {
  const {filters, changes} = page();
  const had = filters.delete(source);
  if (filter) filters.set(source, filter);
  if (had || filter) changes.emit();
}

/**
 * Returns the parameters that other charts set for `chart`, whose own are `given`, because a selector matches it or an
 * element around it, through shadow roots. What was chosen last wins.
 */
export function filterParams(chart: Element, given: PipeParams): PipeParams {
  const params = {};
  for (const [source, {targets, isCurrent, paramsFor}] of page().filters)
    if (source !== chart && isCurrent() && isWithin(chart, targets))
      Object.assign(params, paramsFor(given));
  return params;
}

/** Tells whether a text is a CSS selector. */
export function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}

function isWithin(element: Element, selector: string): boolean {
  if (element.closest(selector)) return true;
  const root = element.getRootNode();
  return root instanceof ShadowRoot && isWithin(root.host, selector);
}
