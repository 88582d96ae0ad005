import {nothing} from 'lit';
import type {VisitorText} from '../messages/catalogue.js';
import {stableKey} from '../lib/stable-key.js';
import type {PipeParams} from '../tinybird/pipe-request.js';
import type {PipeResponse} from '../tinybird/pipe-response.js';
import type {FileKind} from './actions-view.js';
import type {FrameActions} from './chart-frame.js';
import {ChartDrawing} from './chart-drawing.js';
import {ChartNotices} from './chart-notices.js';
import {asksTwice, type ChartSettings, observerOptions} from './chart-settings.js';
import {NO_FACTS, type ShownState, shownState} from './chart-state.js';
import type {DebugFacts} from './debug-facts.js';
import type {EarlierRows} from './earlier-rows.js';
import type {FormParams} from './form-params.js';
import {LanguageController} from './language-controller.js';
import {filterParams} from './page-filters.js';
import {areSettingsDue, pageSettings} from './page-settings.js';
import {QueryController} from './query-controller.js';
import type {SessionViews} from './session-views.js';
import {skeletonView} from './skeleton-view.js';
import type {Scene, Stage} from './stage.js';
import {stateView} from './state-view.js';
import {wrongSetting} from './wrong-setting.js';

/** What a chart is told by its attributes, properties and surroundings. */
export interface ChartInputs {
  readonly pipe: string;
  readonly title: string;
  /** Merged settings of chart, providers and page. */
  readonly settings: ChartSettings;
  readonly params: PipeParams;
  /** False while what reads the form is on its way: nothing is asked for without its parameters. */
  readonly isComplete: boolean;
  /** Rows that the page gives in place of a query. */
  readonly given: PipeResponse | null;
  readonly isNear: boolean;
  /** Rows on screen stay, and none are asked for in intervals. */
  readonly isPaused: boolean;
  /** Provider or document: charts of one scope share one sign-in button. */
  readonly scope: object;
}

type Host = Stage['host'];

/** Stands for an identity where the page gives the rows. */
const GIVEN = 'given';

/** Goes from inputs to what is on screen, and asks for what is missing. */
export class ChartModel {
  readonly #host: Host;
  readonly #query: QueryController;
  readonly #drawing: ChartDrawing;
  readonly #notices: ChartNotices;
  readonly #language: LanguageController;
  #inputs: ChartInputs | null = null;
  #earlier: EarlierRows | null = null;
  #form: FormParams | null = null;
  #session: SessionViews | null = null;
  /** A setting is wrong; what to say of it may be on its way. */
  #isWrong = false;
  #identityKey: string | null = null;
  #isFiltered = false;
  #isActive = false;
  /** Number of the question that the rows held by a pause answer; none while there is no pause. */
  #heldFor = NaN;
  #shown: ShownState = shownState(NO_FACTS);

  /** `renderNow` brings the host's DOM up to date before it returns. */
  constructor(host: Host, renderNow: () => void) {
    this.#host = host;
    this.#query = new QueryController(host, () => {
      const {identityKey} = this.#query;
      if (this.#inputs?.given) return;
      const isOwn = this.#drawing.isOf(identityKey);
      // Rows of an identity that is gone leave the screen inside the notice of it.
      if (!isOwn) this.#drawing.conceal();
      if (!isOwn) this.#earlier?.forget();
      // So do filters, before a query with what was chosen in such rows is asked again.
      if (!isOwn || (this.#isFiltered && identityKey !== this.#identityKey)) renderNow();
    });
    this.#drawing = new ChartDrawing(
      host,
      (identityKey) => identityKey === GIVEN || identityKey === this.#query.identityKey,
    );
    this.#notices = new ChartNotices(host);
    this.#language = new LanguageController(host);
  }

  /** What is shown since the last `derive`. */
  get shown(): ShownState {
    return this.#shown;
  }

  /** The reader's words, or null while they are on their way. */
  get text(): VisitorText | null {
    return this.#language.current?.text ?? null;
  }

  /** What is drawn, or null. */
  get scene(): Scene | null {
    return this.#shown.state === 'ready' ? this.#drawing.scene : null;
  }

  /** What the diagnosis panel is told. */
  inspect(): DebugFacts {
    const query = this.#isWrong ? null : this.#query.inspect();
    return {inputs: this.#inputs, shown: this.#shown, query};
  }

  /** Follows the form with this id, null for none; null while what reads it is on its way. */
  formParams(id: string | null): PipeParams | null {
    const part = id === null ? null : this.#drawing.need('form');
    if (part) this.#form ??= new part.FormParams(this.#host);
    this.#form?.follow(id);
    return id === null ? {} : (this.#form?.params ?? null);
  }

  /** Derives what is shown from inputs, query and drawing. */
  derive(told: ChartInputs): void {
    const filters = filterParams(this.#host, told.params);
    this.#isFiltered = Object.keys(filters).length > 0;
    const inputs = {...told, params: {...told.params, ...filters}};
    if (this.#inputs && this.#inputs.pipe !== inputs.pipe) {
      this.#query.release();
      this.#drawing.conceal();
    }
    const {params} = this.#inputs ?? {};
    if (params && stableKey(params) !== stableKey(inputs.params)) this.#drawing.resetZoom();
    this.#inputs = inputs;
    this.#identityKey = this.#query.identityKey;
    const {given, settings, isNear} = inputs;
    const isDeferred = settings.deferHydration;
    this.#isActive ||= !isDeferred && (isNear || settings.loading === 'eager');
    const pipe = given ? null : inputs.pipe;
    this.#isWrong = !isDeferred && wrongSetting(settings, pipe) !== null;
    const words = this.#isWrong && this.#drawing.need('problem');
    const problem = words ? words.settingsProblem(settings, pipe) : this.#query.problem;
    const query = given ? null : this.#query.state;
    const facts = {given, isActive: this.#isActive, needsCode: false, query};
    const now = given ? GIVEN : this.#query.identityKey;
    const previous = now === null ? null : this.#drawing.keptFor(now);
    const held = this.#hold(
      shownState({...facts, needsCode: words === null, problem, previous}),
      previous,
    );
    const language = this.#language.follow(settings.locale);
    const part = asksTwice(settings) ? this.#drawing.need('earlier') : null;
    if (part) this.#earlier ??= new part.EarlierRows(this.#host);
    const joined = this.#earlier?.join(held.response, query, settings, language);
    const wanted = {
      ...held,
      note: this.#earlier?.note,
      response: joined?.response ?? held.response,
    };
    const isDrawable = this.#drawing.shape(
      wanted.response,
      query?.identityKey ?? now,
      joined?.settings ?? settings,
      language,
    );
    if (this.#drawing.problem)
      this.#shown = shownState({...facts, problem: this.#drawing.problem, previous});
    else if (isDrawable) this.#shown = wanted;
    else this.#shown = shownState({...NO_FACTS, needsCode: true, previous});
  }

  /** Acts on what was derived and rendered: asks, draws, tells. */
  apply(): void {
    this.#ask();
    this.#drawing.draw(this.#inputs?.isNear ?? false);
    if (this.#shown.isRefetching || this.#inputs?.given) this.#drawing.expectChange();
    this.#followSession();
    this.#notices.tell(this.#shown);
  }

  /** Follows why rows on screen are older than wanted; returns it once that is worth a word. */
  status() {
    return this.#drawing.status(this.#shown.staleReason);
  }

  /** The template of what is shown. */
  view() {
    const {title = '', settings = {}} = this.#inputs ?? {};
    const {state, response, error} = this.#shown;
    if (response && state === 'ready') return this.#drawing.view(title);
    const type = settings.type ?? 'auto';
    if (!this.text) return skeletonView(type);
    return stateView({
      state,
      type,
      error,
      text: this.text,
      session: this.#session,
      canSignIn: !settings.noSignIn && !!this.#query.source?.actions,
      signIn: () => this.#notices.signIn(() => this.#session?.signIn()),
      retry: () => void this.refetch(),
    });
  }

  /** Buttons for what is drawn; null where there never are any. */
  actions(save: (kind: FileKind) => void, togglePause: () => void): FrameActions | null {
    const {title = '', settings = {}, given, isNear = false, isPaused = false} = this.#inputs ?? {};
    // A number or a line inside a text has no header to hold them.
    const isBare = title === '' && /^(metric|sparkline)$/.test(settings.type ?? '');
    if (settings.noActions || isBare) return null;
    const pause = settings.refreshInterval && !given ? {isPaused, toggle: togglePause} : null;
    return {
      count: (settings.type === 'table' ? 1 : 2) + (pause ? 1 : 0),
      buttons: this.#shown.state === 'ready' ? this.#drawing.actions(isNear, save, pause) : nothing,
    };
  }

  /** Asks for the rows again; resolves when the answer or failure is there. */
  async refetch(): Promise<void> {
    this.#drawing.retry();
    this.#language.retry();
    await this.#query.refetch();
  }

  #followSession(): void {
    const {state} = this.#shown;
    const isNeeded = /^(signed-out|no-organization)$/.test(state);
    const part = isNeeded ? this.#drawing.need('session') : null;
    const actions = () => this.#query.source?.actions ?? null;
    if (part) this.#session ??= new part.SessionViews(this.#host, actions);
    this.#session?.follow(state, this.#inputs?.scope ?? document);
  }

  #ask(): void {
    if (!this.#inputs || !this.#isActive || !this.#host.isConnected || areSettingsDue()) return;
    const {given, pipe, settings, params, isComplete, isNear, isPaused} = this.#inputs;
    if (given) this.#query.release();
    if (given || this.#isWrong) return;
    this.#drawing.prepare(settings.type ?? 'auto');
    if (!isComplete) return void this.#query.prepare();
    const plan = {pipe, settings, params, page: pageSettings()};
    this.#query.ask(plan, observerOptions(isPaused ? {} : settings, isNear));
    this.#earlier?.ask(this.#query.state?.response ? plan : null, isNear);
  }

  /** While paused, rows that nobody asked of this chart do not take the place of those before. */
  #hold(wanted: ShownState, previous: PipeResponse | null): ShownState {
    const {asked} = this.#query;
    const isHeld = this.#inputs?.isPaused && asked === this.#heldFor;
    if (isHeld && previous && wanted.response) return {...wanted, response: previous};
    const isSettled = wanted.response !== null && !wanted.staleReason && !wanted.isRefetching;
    this.#heldFor = this.#inputs?.isPaused && isSettled ? asked : NaN;
    return wanted;
  }
}
