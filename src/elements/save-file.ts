import {systemClock} from '../lib/clock.js';

/** Some browsers read the address of a download only later. */
const READ_WITHIN_MS = 10_000;

/** Hands a file to the visitor's downloads. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  systemClock.setTimer(() => URL.revokeObjectURL(link.href), READ_WITHIN_MS);
}
