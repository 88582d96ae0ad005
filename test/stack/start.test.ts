import assert from 'node:assert/strict';
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {listenLocally} from '../../demo/stack/http/listen.js';
import type {StackDescription} from '../../demo/stack/stack-description.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'tinybird-chart-start-'));
const READY = /Ready in/;

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
}

describe('npm start', () => {
  let running: ChildProcess[] = [];
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });
  after(() => rmSync(dataDir, {recursive: true, force: true}));

  function start(...flags: string[]): Started {
    const args = ['--import', 'tsx', 'demo/stack/start.ts', '--data-dir', dataDir, ...flags];
    const child = spawn(process.execPath, args, {cwd: root, stdio: ['ignore', 'pipe', 'pipe']});
    running = [...running, child];
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    return {child, output: () => output};
  }

  async function ready({child, output}: Started): Promise<void> {
    while (!READY.test(output())) {
      const [event] = await Promise.race([
        once(child.stdout!, 'data').then(() => ['data']),
        once(child, 'exit').then(() => ['exit']),
      ]);
      if (event === 'exit') throw new Error(`It ended early: ${output()}`);
    }
  }

  it('prints addresses and people, and ends on Ctrl-C', async () => {
    const started = start('--port', '0');
    await ready(started);
    const origin = /Pages\s+(http:\S+)/.exec(started.output())?.[1];
    const answer = await fetch(`${origin}/stack.json`);
    const {users, pipes, clerk} = (await answer.json()) as StackDescription;

    for (const {email, password} of users) {
      assert.match(started.output(), new RegExp(`${email}\\s+${password}`));
    }
    assert.ok(pipes.some(({name}) => name === 'visits_over_time'));
    assert.equal(clerk.proxyUrl, '/__clerk');
    started.child.kill('SIGINT');
    assert.deepEqual(await once(started.child, 'close'), [0, null]);
  });

  it('says in one line that the port is taken', async () => {
    const other = await listenLocally(0, (_request, response) => response.end());

    const {child, output} = start('--port', String(other.port));
    const [exitCode] = await once(child, 'close');
    await other.close();

    assert.equal(exitCode, 1);
    assert.match(output(), new RegExp(`^Port ${other.port} .*in use.*\\n$`));
  });

  it('says in one line that a port is no port', async () => {
    const {child, output} = start('--port', 'http');
    const [exitCode] = await once(child, 'close');

    assert.equal(exitCode, 1);
    assert.match(output(), /^--port must be a number.*\n$/);
  });
});
