import {stableKey} from '../lib/stable-key.js';
import type {PipeParams} from '../tinybird/pipe-request.js';
import type {ChartSettings} from './chart-settings.js';
import {ControlValues} from './control-values.js';
import {
  type ChartRange,
  ChartRangeEvent,
  type ChartSelection,
  ChartSelectEvent,
  NO_RANGE,
  NO_SELECTION,
} from './events.js';
import {
  type ChoicePlace,
  fitTime,
  rangeParams,
  readFilterNames,
  selectionParams,
} from './filter-values.js';
import {isSelector, setPageFilter} from './page-filters.js';
import {type Scene, seriesOf, type Stage} from './stage.js';

/** Makes what is chosen in a chart a parameter of what its `filters` name. */
export class FilterSource {
  readonly #stage: Stage;
  readonly #controls = new ControlValues();
  #selection: ChartSelection;
  #range: ChartRange;
  #told = '';

  /** `chosen` and `range` are what had been chosen before this was there. */
  constructor(stage: Stage, chosen: ChartSelection | null, range: ChartRange = NO_RANGE) {
    this.#stage = stage;
    this.#selection = chosen ?? NO_SELECTION;
    this.#range = range;
    const {host} = stage;
    const isOwn = (event: Event) => event.composedPath()[0] === host;
    host.addEventListener(ChartSelectEvent.type, (event) => {
      if (isOwn(event)) this.#selection = event;
      if (isOwn(event)) this.follow();
    });
    host.addEventListener(ChartRangeEvent.type, (event) => {
      if (isOwn(event)) this.#range = event;
      if (isOwn(event)) this.follow();
    });
  }

  /** Tells what is chosen by the settings as they are now. */
  follow(): void {
    const scene = this.#stage.scene();
    const {filters} = scene?.settings ?? {};
    const targets = filters !== undefined && isSelector(filters) ? filters : null;
    this.#tell(targets, scene && targets !== null ? this.#paramsIn(scene) : {});
  }

  /** Takes back all that was set, before it returns. */
  clear(): void {
    this.#selection = NO_SELECTION;
    this.#range = NO_RANGE;
    this.#tell(null, {});
  }

  #tell(targets: string | null, params: PipeParams): void {
    const isEmpty = targets === null || Object.keys(params).length === 0;
    const key = isEmpty ? '' : stableKey([targets, params]);
    if (key === this.#told) return;
    this.#told = key;
    const {host, isCurrent} = this.#stage;
    const isTime = seriesOf(this.#stage)?.index.kind === 'time';
    const fit: typeof fitTime = isTime ? fitTime : (_, value) => value;
    const paramsFor = (given: PipeParams) =>
      Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, fit(name, value, given[name])]),
      );
    setPageFilter(host, isEmpty ? null : {targets, paramsFor, isCurrent});
    this.#controls.write(host, targets, params, fit);
  }

  #paramsIn({settings, response, shaped}: Scene): PipeParams {
    const index = seriesOf(this.#stage)?.index ?? null;
    const place = {column: columnOf(settings, index, shaped, response), index, response};
    const names = readFilterNames(settings.filterParam);
    const hasRanges = (settings.zoom ?? settings.brush) && index && index.kind !== 'category';
    return hasRanges && names.length !== 1
      ? rangeParams(this.#range, place, names)
      : selectionParams(this.#selection, place, names);
  }
}

/** Column whose values are chosen; in a table, the first that is shown. */
function columnOf(
  settings: ChartSettings,
  index: ChoicePlace['index'],
  shaped: Scene['shaped'],
  {meta}: Scene['response'],
): string | null {
  if (index) return index.column;
  if (shaped.kind === 'table') return tableIndex(settings, meta);
  return 'encoding' in shaped ? shaped.encoding.index : null;
}

function tableIndex({index, columns}: ChartSettings, meta: Scene['response']['meta']) {
  const options = (columns ?? {}) as Record<string, {hidden?: boolean} | undefined>;
  return index ?? meta.find(({name}) => options[name]?.hidden !== true)?.name ?? null;
}
