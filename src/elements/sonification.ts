import {placesIn} from '../charting/index-range.js';
import type {Highlight} from '../charting/marks.js';
import {type Clock, systemClock} from '../lib/clock.js';
import type {ColumnOptionsByName} from '../series/column-options.js';
import {type PlayPace, playPace} from '../series/play-pace.js';
import type {Series, SeriesSet} from '../series/series-set.js';
import {toTone} from '../series/to-tone.js';
import {valueExtent} from '../series/value-extent.js';
import {placeAfterKey} from './plot-keyboard.js';
import type {Pointing} from './pointing.js';
import {seriesOf, type Stage} from './stage.js';
import {TonePlayer} from './tone-player.js';

/**
 * Lets the points of a drawing be heard: each that a key leads to, and a whole series by P. Only
 * keys make it sound; what plays ends with the next key, with other rows, and with the focus.
 */
export class Sonification {
  readonly #stage: Stage;
  readonly #pointing: Pick<Pointing, 'point' | 'look'>;
  readonly #clock: Clock;
  readonly #player = new TonePlayer();
  #callOff: (() => void) | null = null;

  constructor(
    stage: Stage,
    pointing: Pick<Pointing, 'point' | 'look'>,
    clock: Clock = systemClock,
  ) {
    this.#stage = stage;
    this.#pointing = pointing;
    this.#clock = clock;
  }

  /** Lets a point be heard. */
  sound({index, seriesIndex}: Highlight): void {
    const set = seriesOf(this.#stage);
    const series = set?.series[seriesIndex];
    if (!set || !series) return;
    const places = this.#places(set);
    const [first, last] = places;
    const options = this.#stage.scene()?.settings.columns as ColumnOptionsByName | undefined;
    const sideOf = ({column}: Series) => options?.[column]?.axis ?? 'left';
    // Values are high or low among those on the same scale.
    const shown = set.series.filter(
      (one) => !this.#hidden.has(one.name) && sideOf(one) === sideOf(series),
    );
    const values = shown.map((one) => one.values);
    const extent = valueExtent(values, places);
    const share = last > first ? (index - first) / (last - first) : 0.5;
    this.#player.play(toTone(series.values[index] ?? NaN, extent, share));
  }

  /** Takes P, which plays the series from the point that is looked at; false for other keys. */
  key({key}: KeyboardEvent): boolean {
    const set = seriesOf(this.#stage);
    if (!set || key.toLowerCase() !== 'p') return false;
    const places = this.#places(set);
    const start = this.#pointing.point ?? placeAfterKey('Home', null, set, this.#hidden, places);
    if (start) this.#play(start, set, playPace(places[1] - start.index + 1));
    return true;
  }

  /** Stops a series that plays; false where none does. */
  stop(): boolean {
    const isPlaying = this.#callOff !== null;
    this.#callOff?.();
    this.#callOff = null;
    this.#player.stop();
    return isPlaying;
  }

  /** Is silent, and gives the audio device back. */
  leave(): void {
    this.stop();
    this.#player.close();
  }

  get #hidden(): ReadonlySet<string> {
    return this.#stage.scene()?.plot.view?.drawn?.input.hidden ?? new Set();
  }

  #places({index}: SeriesSet): readonly [number, number] {
    return placesIn(index, this.#stage.scene()?.plot.view?.drawn?.input.range ?? null);
  }

  #play(point: Highlight, set: SeriesSet, pace: PlayPace): void {
    this.#callOff = null;
    if (seriesOf(this.#stage) !== set || !this.#stage.isCurrent()) return;
    this.#pointing.look(point);
    this.sound(point);
    const [, last] = this.#places(set);
    if (point.index >= last) return;
    const next = {...point, index: Math.min(last, point.index + pace.stride)};
    this.#callOff = this.#clock.setTimer(() => this.#play(next, set, pace), pace.stepMs);
  }
}
