import {LinearScale, type Tick} from 'chart.js';

/** Height of one label with its room, in px. */
const LABEL_PX = 22;

/** Spans of fewer decades than this have labels between powers of ten, too. */
const SHORT_SPAN = 2;

/** A logarithmic scale with powers of ten as ticks, which Chart.js fills with all between them. */
export class LogScale extends LinearScale {
  static override id = 'tinybirdLog';

  override determineDataLimits(): void {
    const {min, max} = this.getMinMax(true);
    const {min: wantedMin, max: wantedMax} = this.options as {min?: number; max?: number};
    const high = Number.isFinite(max) && max > 0 ? max : 10;
    const low = Number.isFinite(min) && min > 0 ? min : high / 10;
    // Just below, so that the lowest bar has a height.
    this.min = wantedMin ?? 10 ** Math.floor(Math.log10(low * 0.999));
    this.max = wantedMax ?? niceAbove(high);
    if (this.max <= this.min) this.max = this.min * 10;
  }

  override buildTicks(): Tick[] {
    const [first, last] = [Math.log10(this.min), Math.log10(this.max)];
    const lengthPx = this.isHorizontal() ? this.width / 2 : this.height;
    const every = Math.max(1, Math.ceil((last - first) / Math.max(1, lengthPx / LABEL_PX)));
    const factors = last - first < SHORT_SPAN ? [1, 2, 5] : [1];
    const ticks: Tick[] = [];
    for (let power = Math.floor(first); power <= last; power += every) {
      for (const factor of factors) {
        const value = Number(`${factor}e${power}`);
        if (value >= this.min * 0.999 && value <= this.max * 1.001) ticks.push({value});
      }
    }
    return ticks;
  }

  override getPixelForValue(value: number): number {
    if (Number.isNaN(value)) return NaN;
    if (value <= 0) return this.getPixelForDecimal(0);
    const [first, last] = [Math.log10(this.min), Math.log10(this.max)];
    return this.getPixelForDecimal((Math.log10(value) - first) / (last - first));
  }

  override getValueForPixel(pixel: number): number {
    const [first, last] = [Math.log10(this.min), Math.log10(this.max)];
    return 10 ** (first + this.getDecimalForPixel(pixel) * (last - first));
  }
}

function niceAbove(value: number): number {
  const power = Math.floor(Math.log10(value));
  const factor = [1, 2, 5].find((one) => Number(`${one}e${power}`) >= value);
  return factor ? Number(`${factor}e${power}`) : Number(`1e${power + 1}`);
}
