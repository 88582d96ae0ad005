import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LOCAL_ADMIN_TOKEN, LOCAL_WORKSPACE_ID} from '../../../demo/stack/settings.js';
import {ask, tokenFor} from './support/ask.js';
import {startFixture} from './support/start-fixture.js';
import {VISITS_FILES} from './support/temp-project.js';

const tinybird = await startFixture(VISITS_FILES);

describe('what an administrator learns of the workspace', () => {
  const read = async (path: string, token = LOCAL_ADMIN_TOKEN) => {
    const answer = await ask(`${tinybird.url}${path}`, token);

    return {status: answer.status, body: JSON.parse(answer.text)};
  };

  it('is its id and name', async () => {
    const {body} = await read('/v1/workspace');

    assert.deepEqual([body.id, body.name], [LOCAL_WORKSPACE_ID, 'local_stack']);
  });

  it('is its pipes, and which of them are endpoints', async () => {
    const {body} = await read('/v0/pipes');

    assert.deepEqual(
      body.pipes.map((pipe: Record<string, unknown>) => [pipe['name'], pipe['endpoint']]),
      [['visits_by_org', 'endpoint']],
    );
  });

  it('is the parameters of each node of a pipe', async () => {
    const {body} = await read('/v0/pipes/visits_by_org');

    const [filtered] = body.nodes;
    assert.match(filtered.sql, /org = \{\{ String\(org/);
    assert.deepEqual(filtered.params, [{name: 'org', type: 'String', required: true}]);
  });

  it('is nothing of a pipe that is not there', async () => {
    assert.equal((await read('/v0/pipes/nothing')).status, 404);
  });

  it('is kept from the tokens of visitors', async () => {
    const jwt = await tokenFor('visits_by_org', {org: 'acme'});

    for (const path of ['/v1/workspace', '/v0/pipes', '/v0/pipes/visits_by_org']) {
      assert.equal((await read(path, jwt)).status, 403);
    }
  });
});
