// Loaded late: what bars and areas need of Chart.js beyond lines.
import {BarController, BarElement, Chart, Filler} from 'chart.js';

let isRegistered = false;

/** Registers the parts of Chart.js that fill shapes; later calls do nothing. */
export function registerFilledParts(): void {
  if (isRegistered) return;
  isRegistered = true;
  Chart.register(BarController, BarElement, Filler);
}
