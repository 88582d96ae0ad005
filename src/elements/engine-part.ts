import type * as Engine from './engine.js';

type EngineModule = Pick<typeof Engine, 'openQuery' | 'loadDebugPanel'>;

let engine: EngineModule | null = null;
let loading: Promise<EngineModule> | null = null;

/** Told by the engine itself as soon as it is run: charts that ask then need not wait for a task. */
export function provideEngine(present: EngineModule): void {
  engine = present;
}

/** What asks for tokens and rows, or null while it is on its way. */
export function engineAtHand(): EngineModule | null {
  return engine;
}

/** Brings it to hand, once for all who ask; rejects where its file cannot be had. */
export function loadEngine(): Promise<EngineModule> {
  // Browsers settle an import of each chart in any order, and charts are to ask in that of the page.
  return (loading ??= import('./engine.js').catch((error: unknown) => {
    loading = null;
    throw error;
  }));
}
