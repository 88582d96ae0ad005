import {after} from 'node:test';

import type {ServerOptions} from '../../../../demo/stack/tinybird/server-options.js';
import type {TinybirdStandIn} from '../../../../demo/stack/tinybird/server.js';
import {startTinybird} from '../../../../demo/stack/tinybird/server.js';
import type {TempProject} from './temp-project.js';
import {writeTempProject} from './temp-project.js';

/** A clock that stands still until it is set. */
export interface SetClock {
  nowMs: number;
  now(): number;
}

/** 2026-03-01 12:00:00 UTC. */
export const START_MS = Date.UTC(2026, 2, 1, 12);

/** Makes a clock that stands at `START_MS`. */
export function createSetClock(): SetClock {
  return {
    nowMs: START_MS,
    now() {
      return this.nowMs;
    },
  };
}

/** Starts a stand-in on a project of its own, and ends it after the tests of the file. */
export async function startFixture(
  files: Readonly<Record<string, string>>,
  options: Partial<ServerOptions> = {},
  clock: {now(): number} = Date,
): Promise<TinybirdStandIn & {folder: TempProject}> {
  const folder = writeTempProject(files);
  const {projectDir, dataDir} = folder;
  const server = await startTinybird({projectDir, dataDir, options, clock});
  after(async () => {
    await server.close();
    folder.remove();
  });
  return {...server, folder};
}
