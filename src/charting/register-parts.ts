import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';

let isRegistered = false;

/** Registers the parts of Chart.js that this package draws with; later calls do nothing. */
export function registerParts(): void {
  if (isRegistered) return;
  isRegistered = true;
  Chart.register(
    BarController,
    BarElement,
    CategoryScale,
    Filler,
    LinearScale,
    LineController,
    LineElement,
    PointElement,
  );
}
