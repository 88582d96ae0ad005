import type {VisitorText} from './catalogue.js';

/**
 * Sentences for visitors, who can do little about causes; developers read `error.message`. Those
 * that a chart needs before there are queries or rows: they are part of the first script.
 */
export const english = {
  loading: 'Loading',
  empty: 'No data for this selection.',
  failed: 'This chart cannot be shown right now.',
  retry: 'Try again',
  details: 'Details',
  'error.network': 'The data could not be reached.',
  'stale.loading': 'Updating',
  'stale.error': 'Not up to date',
} as const;

/** What visitors are told in English; sentences about queries are there when queries are. */
export const visitorEnglish = {...english} as VisitorText;
