import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {listenLocally} from '../../demo/stack/http/listen.js';
import {freePort} from '../free-port.js';

const start = fileURLToPath(new URL('../../demo/examples/start.js', import.meta.url));
const STACK = 'http://localhost:4321/stack.json';

/** An example whose `npm run dev` asks the stack for its users, says who they are, and ends. */
const ASK = `fetch('${STACK}').then((answer) => answer.json())
  .then(({users}) => console.log(users.map(({email}) => email).join()))`;

function runExample(folder: string): Promise<{code: number | null; output: string}> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [start], {cwd: folder});
    let output = '';
    child.stdout.on('data', (text) => (output += String(text)));
    child.stderr.on('data', (text) => (output += String(text)));
    child.once('error', reject);
    child.once('close', (code) => resolve({code, output}));
  });
}

/** An example whose `npm run dev` is served until its page was asked for. */
const SERVE = `require('node:http').createServer((request, response) => response.end('a page',
  () => setTimeout(() => process.exit(), 500))).listen(Number(process.argv[3]), 'localhost')`;

const isStackUp = () => fetch(STACK).then(Boolean, () => false);

describe('npm start of an example', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'tinybird-chart-start-'));
    const copy = join(folder, 'node_modules', 'tinybird-chart', 'dist');
    mkdirSync(copy, {recursive: true});
    writeFileSync(join(copy, 'web-types.json'), '{}');
    writeFileSync(join(folder, 'ask.js'), ASK);
    writeFileSync(join(folder, 'serve.cjs'), SERVE);
  });
  after(() => rmSync(folder, {recursive: true, force: true}));

  const writeScript = (dev: string) =>
    writeFileSync(join(folder, 'package.json'), JSON.stringify({private: true, scripts: {dev}}));

  it('starts the stack before the example, and leaves it as it was after', async () => {
    const wasUp = await isStackUp();
    writeScript('node ask.js');

    const {code, output} = await runExample(folder);

    assert.equal(code, 0, output);
    assert.match(output, /ada@acme\.test,/);
    assert.equal(await isStackUp(), wasUp);
  });

  it('ends with the code of the example', async () => {
    writeScript('exit 7');

    assert.equal((await runExample(folder)).code, 7);
  });

  it('says where the page is once it answers', async () => {
    const port = await freePort();
    writeScript(`node serve.cjs --port ${port}`);

    const {output} = await runExample(folder);

    assert.match(output, new RegExp(`Open http://localhost:${port} .* ada@acme\\.test`));
  });

  it('names a port that is taken, and starts nothing', async () => {
    const other = await listenLocally(0, (_, response) => response.end());
    writeScript(`node ask.js --port ${other.port}`);

    const {code, output} = await runExample(folder);
    await other.close();

    assert.equal(code, 1);
    assert.equal(output, `Port ${other.port} is taken. End what listens there, and start again.\n`);
  });
});
