import type {ChartError} from '../errors/chart-error.js';
import type {VisitorText} from '../messages/catalogue.js';
import type {ChartState} from './events.js';

/** Waits from here on are no "few seconds", as when a daily quota is used up. */
const LONG_WAIT_MS = 100_000;

/** The sentence for a state without rows; empty where the drawing speaks for itself. */
export function visitorSentence(
  state: ChartState,
  error: ChartError | null,
  text: VisitorText,
): string {
  const texts: Readonly<Record<string, string | undefined>> = text;
  const failure = error && texts[`error.${error.code}`];
  if (state === 'error') return failure ?? text.failed;
  if (state === 'waiting') return error ? (failure ?? text.waiting) : text.loading;
  const isLong = state === 'rate-limited' && (error?.retryAfterMs ?? 0) > LONG_WAIT_MS;
  return isLong ? text['rate-limited.long'] : (texts[state] ?? '');
}
