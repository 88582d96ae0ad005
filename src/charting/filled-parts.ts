// Loaded late: what Chart.js needs beyond lines over time or numbers. In the script-tag build that is
// also what settles labels that have no room of their own, and titles of scales.
import {BarController, BarElement, CategoryScale, Chart, Filler} from 'chart.js';

let isRegistered = false;

/** Registers the parts of Chart.js for bars, areas and categories; later calls do nothing. */
export function registerFilledParts(): void {
  if (isRegistered) return;
  isRegistered = true;
  Chart.register(BarController, BarElement, CategoryScale, Filler);
}
