import {expect} from '@open-wc/testing';
import {buildEndpointRequest, MAX_URL_LENGTH} from '../../src/tinybird/endpoint-request.js';

const host = 'https://api.tinybird.co';

describe('buildEndpointRequest', () => {
  it('asks with GET and the token in a header', () => {
    const {url, init} = buildEndpointRequest({host, pipe: 'sales', params: {}}, 'secret');

    expect(url).to.equal('https://api.tinybird.co/v0/pipes/sales.json');
    expect(init.method).to.equal('GET');
    expect(init.headers).to.deep.equal({Authorization: 'Bearer secret'});
    expect(init.body).to.equal(undefined);
  });

  it('leaves no trace in caches, cookies, redirects and referrers', () => {
    const {init} = buildEndpointRequest({host, pipe: 'sales', params: {}}, 'secret');

    expect(init).to.include({
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
  });

  it('encodes parameters', () => {
    const params = {q1: 'a&b=c', name: 'ñ +'};

    const {url} = buildEndpointRequest({host, pipe: 'sales', params}, 'secret');

    expect(Object.fromEntries(new URL(url).searchParams)).to.deep.equal(params);
    expect(url).not.to.contain('from=');
  });

  const pathLength = `${host}/v0/pipes/sales.json?x=`.length;

  it('stays with GET at 2,048 characters', () => {
    const params = {x: 'a'.repeat(MAX_URL_LENGTH - pathLength)};

    const {url, init} = buildEndpointRequest({host, pipe: 'sales', params}, 'secret');

    expect(url).to.have.length(2048);
    expect(init.method).to.equal('GET');
  });

  it('moves to a JSON body beyond 2,048 characters', () => {
    const params = {x: 'a'.repeat(MAX_URL_LENGTH - pathLength + 1)};

    const {url, init} = buildEndpointRequest({host, pipe: 'sales', params}, 'secret');

    expect(url).to.equal(`${host}/v0/pipes/sales.json`);
    expect(init.method).to.equal('POST');
    expect(JSON.parse(init.body as string)).to.deep.equal(params);
    expect(init.headers).to.include({'Content-Type': 'application/json'});
  });
});
