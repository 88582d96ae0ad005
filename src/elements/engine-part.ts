import type * as Engine from './engine.js';

type EngineModule = Pick<typeof Engine, 'openQuery' | 'loadDebugPanel'>;

let engine: EngineModule | null = null;

/** Told by the engine itself as soon as it is run: charts that ask then need not wait for a task. */
export function provideEngine(present: EngineModule): void {
  engine = present;
}

/** What asks for tokens and rows, or null while it is on its way. */
export function engineAtHand(): EngineModule | null {
  return engine;
}

/** Brings it to hand; rejects where its file cannot be had. */
export function loadEngine(): Promise<EngineModule> {
  return import('./engine.js');
}
