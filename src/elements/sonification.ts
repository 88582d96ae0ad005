import type {Highlight} from '../charting/marks.js';
import {type Clock, systemClock} from '../lib/clock.js';
import type {ColumnOptionsByName} from '../series/column-options.js';
import {type PlayPace, playPace} from '../series/play-pace.js';
import type {Series, SeriesSet} from '../series/series-set.js';
import {toTone} from '../series/to-tone.js';
import {type ToneScale, toneScale} from '../series/tone-scale.js';
import {placeOfMark} from './mark-keys.js';
import {placeAfterKey} from './plot-keyboard.js';
import type {Pointing} from './pointing.js';
import {type Stage, walkOf} from './stage.js';
import {TonePlayer} from './tone-player.js';

/**
 * Lets the points and marks of a drawing be heard: each that a key leads to, and a series by P. Only
 * keys make it sound; what plays ends with the next key, with other rows, and with the focus.
 */
export class Sonification {
  readonly #stage: Stage;
  readonly #pointing: Pick<Pointing, 'point' | 'look'>;
  readonly #clock: Clock;
  readonly #player = new TonePlayer();
  #callOff: (() => void) | null = null;
  #focus: AbortController | null = null;

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
    const walk = walkOf(this.#stage);
    const series = walk?.set.series[seriesIndex];
    if (!walk || !series) return;
    const {columns, yScale} = this.#stage.scene()?.settings ?? {};
    const options = columns as ColumnOptionsByName | undefined;
    const sideOf = ({column}: Series) => options?.[column]?.axis ?? 'left';
    const side = sideOf(series);
    // Values are high or low among those on the same scale.
    const shown = walk.set.series.filter(
      (one) => !walk.hidden.has(one.name) && sideOf(one) === side,
    );
    const isLog = yScale === 'log' && side === 'left';
    const values = shown.map((one) => one.values);
    const [first, last] = walk.places;
    const share = last > first ? (index - first) / (last - first) : 0.5;
    this.#play(series.values[index] ?? NaN, toneScale(values, walk.places, isLog), share);
  }

  /** Lets the mark or the row of a drawing in HTML be heard that a key has led to. */
  soundMark(mark: Element): void {
    const {shaped} = this.#stage.scene() ?? {};
    const values = shaped && 'drawing' in shaped ? shaped.drawing.values?.() : null;
    const place = placeOfMark(mark);
    if (!values || !place) return;
    this.#closeWithFocus();
    const scale = toneScale([values], [0, values.length - 1]);
    this.#play(values[place.at] ?? NaN, scale, place.share);
  }

  /** Takes P, which plays the series from the point that is looked at; false for other keys. */
  key({key}: KeyboardEvent): boolean {
    const walk = walkOf(this.#stage);
    if (!walk || key.toLowerCase() !== 'p') return false;
    const {set, hidden, places} = walk;
    const start = this.#pointing.point ?? placeAfterKey('Home', null, set, hidden, places);
    if (start) this.#playFrom(start, set, playPace(places[1] - start.index + 1));
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
    this.#focus?.abort();
    this.#focus = null;
  }

  #play(value: number, scale: ToneScale, share: number): void {
    this.#player.play(toTone(value, scale, share));
  }

  #playFrom(point: Highlight, set: SeriesSet, pace: PlayPace): void {
    this.#callOff = null;
    const walk = walkOf(this.#stage);
    if (walk?.set !== set || !this.#stage.isCurrent()) return;
    this.#pointing.look(point);
    this.sound(point);
    const [, last] = walk.places;
    if (point.index >= last) return;
    const next = {...point, index: Math.min(last, point.index + pace.stride)};
    this.#callOff = this.#clock.setTimer(() => this.#playFrom(next, set, pace), pace.stepMs);
  }

  /** A canvas tells when the focus leaves it; marks tell of each that it leaves. */
  #closeWithFocus(): void {
    if (this.#focus) return;
    this.#focus = new AbortController();
    const {renderRoot} = this.#stage.host;
    const onLeave = ({relatedTarget}: FocusEvent) => {
      if (!(relatedTarget instanceof Node && renderRoot.contains(relatedTarget))) this.leave();
    };
    const {signal} = this.#focus;
    renderRoot.addEventListener('focusout', (event) => onLeave(event as FocusEvent), {signal});
  }
}
