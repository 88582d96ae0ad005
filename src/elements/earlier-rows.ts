// Loaded late: the second query of a chart that compares its period with an earlier one.
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {isChartError} from '../errors/chart-error.js';
import type {ConfigurationError} from '../errors/configuration-error.js';
import {stableKey} from '../lib/stable-key.js';
import {earlierWords} from '../messages/earlier-words.js';
import type {Language} from '../messages/language.js';
import type {QueryState} from '../query/query-state.js';
import type {ColumnOptions} from '../series/column-options.js';
import {createValueFormat} from '../series/format-value.js';
import {inferEncoding} from '../series/infer-encoding.js';
import {earlierName, joinEarlier} from '../series/join-earlier.js';
import {periodText} from '../series/period-text.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import {asksTwice, type ChartSettings} from './chart-settings.js';
import {comparisonProblem, type EarlierQuestion, earlierQuestion} from './earlier-question.js';
import type {QueryPlan} from './engine.js';
import {ChartErrorEvent} from './events.js';
import {QueryController} from './query-controller.js';
import {readShapeSettings} from './shape-settings.js';

/** Rows with earlier ones beside them, and the settings that say how both are shown. */
export interface JoinedRows {
  readonly response: PipeResponse;
  readonly settings: ChartSettings;
}

interface Made {
  readonly key: string;
  readonly present: PipeResponse;
  readonly earlier: PipeResponse;
  readonly response: PipeResponse | null;
  readonly question: EarlierQuestion;
}

/**
 * Asks for the rows of the period before, once those of the present one are there, and puts them
 * beside. It never polls, as what is over does not change; without an answer the chart stays as it
 * is, and `note` says so.
 */
export class EarlierRows implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #query: QueryController;
  #question: EarlierQuestion | null = null;
  #isUnasked = false;
  #present: PipeResponse | null = null;
  #made: Made | null = null;
  #note = '';
  #problem: ConfigurationError | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#query = new QueryController(host, () => undefined);
    host.addController(this);
  }

  /** Says that there is nothing to compare with, in the reader's words; empty where there is. */
  get note(): string {
    return this.#note;
  }

  /** Asks for the rows before those of `plan`; null for none. Equal plans are asked once. */
  ask(plan: QueryPlan | null, onScreen: boolean): void {
    this.#question = plan && earlierQuestion(plan.params, plan.settings);
    const isUnasked = plan !== null && !this.#question && asksTwice(plan.settings);
    if (isUnasked !== this.#isUnasked) this.#host.requestUpdate();
    this.#isUnasked = isUnasked;
    if (plan && this.#question) {
      const earlier = {...plan, params: this.#question.params};
      this.#query.ask(earlier, {refreshIntervalMs: null, onScreen});
    } else this.#query.release();
  }

  /** Puts the earlier rows beside those of `query`; null while there are none of its identity. */
  join(
    present: PipeResponse | null,
    query: QueryState | null,
    settings: ChartSettings,
    language: Language | null,
  ): JoinedRows | null {
    this.#note = '';
    if (!present || !language || !asksTwice(settings)) return null;
    // Rows that stay while others are on their way have had theirs.
    const isKept = this.#made?.response === present;
    if (!isKept && present !== this.#present && this.#query.state?.error)
      void this.#query.refetch();
    this.#present = present;
    if (!isKept && present === query?.response) this.#make(present, query, settings);
    const {locale} = readShapeSettings(settings, this.#host);
    const words = earlierWords(language.layers[0]?.language ?? locale);
    this.#report(settings);
    if (this.#isMissing && present.data.length > 0)
      this.#note = this.#problem?.message ?? words.none;
    const {response, question} = this.#made ?? {};
    if (!response || !question || (!isKept && this.#made?.present !== present)) return null;
    const columns = this.#columns(present, response, settings, words.of);
    const period = periodText(question.periods.earlier, locale);
    const comparedPeriod = period && words.compared(period);
    return {response, settings: {...settings, columns, comparedPeriod}};
  }

  /** Forgets the rows. */
  forget(): void {
    this.#made = this.#present = null;
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.forget();
    });
  }

  /** Tells the page of a setting that is wrong, each once. The chart is drawn without it. */
  #report(settings: ChartSettings): void {
    const problem = comparisonProblem(settings);
    const isNew = problem && problem.message !== this.#problem?.message;
    this.#problem = problem;
    if (isNew) this.#host.dispatchEvent(new ChartErrorEvent(problem));
  }

  /** What stays away: no period to ask for, no answer, or none that can be put beside. */
  get #isMissing(): boolean {
    const {status, response} = this.#query.state ?? {};
    const isFailed = !response && /^(error|offline|rate-limited)$/.test(status ?? '');
    const isUnlike = response && this.#made?.earlier === response && !this.#made.response;
    return (
      this.#isUnasked ||
      this.#problem !== null ||
      isFailed ||
      this.#query.problem !== null ||
      !!isUnlike
    );
  }

  #make(present: PipeResponse, query: QueryState, settings: ChartSettings): void {
    const {response: earlier = null, identityKey} = this.#query.state ?? {};
    const question = this.#question;
    if (!earlier || !question || identityKey !== query.identityKey) {
      this.#made = null;
      return;
    }
    const shape = readShapeSettings(settings, this.#host);
    const key = stableKey([question, shape]);
    const made = this.#made;
    if (made?.key === key && made.present === present && made.earlier === earlier) return;
    let response: PipeResponse | null = null;
    try {
      const hidden = new Set(
        Object.keys(shape.columns ?? {}).filter((name) => shape.columns?.[name]?.hidden),
      );
      const encoding = inferEncoding(present.meta, present.data, {...shape, hidden});
      response = joinEarlier(present, earlier, encoding, question.periods);
    } catch (error) {
      // A column that is not there; the chart says so.
      if (!isChartError(error)) throw error;
    }
    this.#made = {key, present, earlier, response, question};
  }

  /** Earlier columns look like those that they are beside, and are called after them. */
  #columns(
    present: PipeResponse,
    joined: PipeResponse,
    settings: ChartSettings,
    labelOf: (name: string) => string,
  ): Record<string, ColumnOptions> {
    const {locale, timeZone, columns} = readShapeSettings(settings, this.#host);
    const format = createValueFormat({locale, timeZone, columns});
    const added = present.meta
      .map(({name}) => [name, earlierName(name)] as const)
      .filter(([, earlier]) => joined.meta.some(({name}) => name === earlier));
    const options = added.map(([name, earlier]) => {
      const own = {...columns?.[name], label: labelOf(format.label(name)), ...columns?.[earlier]};
      return [earlier, own] as const;
    });
    return {...columns, ...Object.fromEntries(options)};
  }
}
