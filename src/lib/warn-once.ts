const seen = new Set<string>();

/** Writes `message` to the console the first time it is given; later calls are silent. */
export function warnOnce(message: string): void {
  if (seen.has(message)) return;
  seen.add(message);
  console.warn(message);
}
