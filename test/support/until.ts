/** Longest wait for something that a browser does in a few frames; less than a test may take. */
const PATIENCE_MS = navigator.userAgent.includes('Chrome/') ? 4_000 : 25_000;

/** Looks once per frame until `condition` holds; fails with `what` when it never does. */
export async function until(condition: () => boolean, what: () => string): Promise<void> {
  const startedAtMs = performance.now();
  while (!condition()) {
    if (performance.now() - startedAtMs > PATIENCE_MS) throw new Error(`In vain: ${what()}`);
    await nextFrame();
  }
}

/** Resolves when the browser has laid out and painted what was asked for before. */
export async function painted(): Promise<void> {
  await nextFrame();
  await nextFrame();
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
