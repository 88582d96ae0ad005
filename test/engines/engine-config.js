import {tsImport} from 'tsx/esm/api';
import base from '../web-test-runner.config.js';
import {LEFT_OUT} from './left-out.js';

const {EngineLauncher} = await tsImport('./engine-launcher.ts', import.meta.url);

/** Both engines take longer than Chromium, on a machine that has other things to do. */
const TEST_TIMEOUT_MS = 30_000;

/** The unit tests in a browser other than Chromium. */
export function engineConfig(name, open) {
  const leftOut = Object.keys(LEFT_OUT[name]).map((files) => `!${base.rootDir}test/${files}`);
  return {
    ...base,
    files: [base.files, leftOut].flat(),
    testFramework: {config: {...base.testFramework.config, timeout: TEST_TIMEOUT_MS}},
    browsers: [new EngineLauncher(name, open)],
  };
}
