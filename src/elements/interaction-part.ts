import type * as Parts from './interaction-parts.js';

let parts: typeof Parts | null = null;

/** What is needed once a visitor looks at a drawing; null until it has been loaded. */
export function interactionParts(): typeof Parts | null {
  return parts;
}

/** Loads it. A file that cannot be had now is tried again at the next call. */
export async function loadInteractionParts(): Promise<typeof Parts | null> {
  try {
    parts ??= await import('./interaction-parts.js');
  } catch {
    // Charts can be read without it.
  }
  return parts;
}
