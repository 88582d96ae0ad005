import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readServices, ServicesError} from '../../demo/stack/services.js';
import {LOCAL_ADMIN_TOKEN, LOCAL_WORKSPACE_ID} from '../../demo/stack/settings.js';

const LOCAL = {TINYBIRD_HOST: 'http://localhost:7181/'};

describe('readServices', () => {
  it('means stand-ins where nothing is set', () => {
    assert.deepEqual(readServices({}), {
      clerkPublishableKey: null,
      tinybirdHost: null,
      jwtTemplate: 'tinybird',
      signing: {adminToken: LOCAL_ADMIN_TOKEN, workspaceId: LOCAL_WORKSPACE_ID},
    });
  });

  it('takes an empty variable for an absent one', () => {
    assert.equal(readServices({TINYBIRD_HOST: ''}).tinybirdHost, null);
  });

  it('signs for another workspace with the token and id given', () => {
    const services = readServices({
      ...LOCAL,
      TINYBIRD_ADMIN_TOKEN: 'p.admin',
      TINYBIRD_WORKSPACE_ID: 'w1',
    });

    assert.equal(services.tinybirdHost, 'http://localhost:7181');
    assert.deepEqual(services.signing, {adminToken: 'p.admin', workspaceId: 'w1'});
  });

  it('takes real Clerk with real Tinybird', () => {
    const services = readServices({
      TINYBIRD_HOST: 'https://api.us-east.aws.tinybird.co',
      CLERK_PUBLISHABLE_KEY: 'pk_test_x',
      CLERK_JWT_TEMPLATE: 'charts',
    });

    assert.equal(services.clerkPublishableKey, 'pk_test_x');
    assert.equal(services.jwtTemplate, 'charts');
  });

  const refused = [
    ['a foreign Tinybird without a way to sign', LOCAL, /TINYBIRD_ADMIN_TOKEN/],
    ['real Clerk with the Tinybird stand-in', {CLERK_PUBLISHABLE_KEY: 'pk'}, /TINYBIRD_HOST/],
    ['a host that is no URL', {TINYBIRD_HOST: 'eu', CLERK_PUBLISHABLE_KEY: 'pk'}, /not a URL/],
  ] as const;
  for (const [name, environment, message] of refused) {
    it(`refuses ${name}`, () => {
      assert.throws(
        () => readServices(environment),
        (error) => error instanceof ServicesError && message.test(error.message),
      );
    });
  }
});
