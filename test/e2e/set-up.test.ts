import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {LOCAL_ADMIN_TOKEN, LOCAL_CLERK_SECRET_KEY} from '../../demo/stack/settings.js';
import {readChart, waitForState} from './support/charts.js';
import {useScene} from './support/scene.js';
import {signIn} from './support/sign-in.js';

const command = fileURLToPath(new URL('../../dist/entries/cli.js', import.meta.url));

describe('a set-up by the command', () => {
  const scene = useScene();

  it('makes a template with which a chart draws', async () => {
    const {tinybird, clerk} = scene.stack.description;
    await scene.stack.controlClerk({removeTemplate: 'tinybird'});
    const flags = ['--pipe', 'visits_over_time', '--tenant-param', 'org', '--yes'];
    const form = ['--framework', 'html'];
    const addresses = ['--host', tinybird.host, '--clerk-api', String(clerk.url)];
    const {stdout} = await promisify(execFile)(
      process.execPath,
      [command, 'init', ...addresses, ...flags, ...form],
      {env: {TINYBIRD_TOKEN: LOCAL_ADMIN_TOKEN, CLERK_SECRET_KEY: LOCAL_CLERK_SECRET_KEY}},
    );
    const tag = /^<tinybird-chart .*$/m.exec(stdout)?.[0] ?? '';
    const {page, complaints} = await scene.open({body: tag});
    await signIn(page, scene.stack, 'ada', 'acme');
    await waitForState(page, 'ready');

    assert.ok(((await readChart(page)).data?.length ?? 0) > 0);
    assert.deepEqual(complaints, []);
  });
});
