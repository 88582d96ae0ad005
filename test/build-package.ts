// `npm run build`: makes all there is to publish, side by side what can be.

import {join} from 'node:path';
import {runNode} from './run-node.js';

const nodeModule = (path: string) => join('node_modules', path);
const vite = nodeModule('vite/bin/vite.js');

// The first empties the folder that the others add to.
await finish(vite, 'build');
await Promise.all([
  finish(vite, 'build', '--mode', 'cdn'),
  finish(vite, 'build', '--mode', 'server'),
  finish(nodeModule('typescript/bin/tsc'), '-p', 'tsconfig.build.json'),
]);
await finish('--import', 'tsx', 'test/package-data.ts');

async function finish(...args: readonly string[]): Promise<void> {
  const exitCode = await runNode(args);
  if (exitCode !== 0) throw new Error(`${args.join(' ')} ended with ${exitCode}`);
}
