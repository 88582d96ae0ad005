import {Chart, LinearScale, LineController, LineElement, PointElement} from 'chart.js';

let isRegistered = false;

/** Registers the parts of Chart.js that every drawing on a canvas has; later calls do nothing. */
export function registerParts(): void {
  if (isRegistered) return;
  isRegistered = true;
  Chart.register(LinearScale, LineController, LineElement, PointElement);
}
