import {expect, fixture} from '@open-wc/testing';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {FormParams} from '../../src/elements/form-params.js';
import {FakeClock} from '../support/fake-clock.js';
import {rowsResponse} from '../support/fake-fetch.js';
import {mountQuery} from '../support/query-chart.js';

const FORM = `<form id="filter"><input name="country" value="ES" /></form>`;

/** A host that counts the updates it is asked for. */
class CountingHost extends HTMLElement implements ReactiveControllerHost {
  updates = 0;
  readonly updateComplete = Promise.resolve(true);

  addController(_: ReactiveController): void {}
  removeController(_: ReactiveController): void {}

  requestUpdate(): void {
    this.updates += 1;
  }
}
customElements.define('counting-host', CountingHost);

async function follow() {
  const place = await fixture<HTMLElement>(`<div>${FORM}<counting-host></counting-host></div>`);
  const host = place.querySelector<CountingHost>('counting-host')!;
  const input = place.querySelector('input')!;
  const clock = new FakeClock();
  const params = new FormParams(host, clock);
  params.follow('filter');
  const type = (text: string) => {
    input.value = text;
    input.dispatchEvent(new Event('input', {bubbles: true}));
  };
  return {host, input, clock, params, type, form: input.form!};
}

describe('a form', () => {
  it('is left alone by a host outside of the page, and found again inside', async () => {
    const {host, params, form} = await follow();

    host.remove();
    params.follow('filter');
    expect(params.params).to.deep.equal({});
    form.after(host);
    params.follow('filter');

    expect(params.params).to.deep.equal({country: 'ES'});
  });

  it('gives its values at once', async () => {
    const {params} = await follow();

    expect(params.params).to.deep.equal({country: 'ES'});
  });

  it('is read 300 ms after the last change', async () => {
    const {params, clock, host, type} = await follow();
    type('F');
    await clock.advance(200);
    type('FR');
    await clock.advance(299);
    expect([params.params, host.updates]).to.deep.equal([{country: 'ES'}, 0]);

    await clock.advance(1);
    expect([params.params, host.updates]).to.deep.equal([{country: 'FR'}, 1]);
  });

  it('that changes back asks for nothing', async () => {
    const {clock, host, type} = await follow();
    type('FR');
    type('ES');
    await clock.advance(300);

    expect(host.updates).to.equal(0);
  });

  it('is read at once when it is reset', async () => {
    const {params, clock, type, form} = await follow();
    type('FR');
    await clock.advance(300);

    form.reset();
    await clock.advance(0);
    expect(params.params).to.deep.equal({country: 'ES'});
  });

  it('is not followed any more by a host that is gone', async () => {
    const {params, clock, host, type} = await follow();
    type('FR');
    params.hostDisconnected();
    await clock.advance(1000);

    expect([clock.pendingTimers, host.updates]).to.deep.equal([0, 0]);
  });

  it('does not leave the page when it is submitted without an action', async () => {
    const {form} = await follow();
    const event = new SubmitEvent('submit', {cancelable: true});
    form.dispatchEvent(event);

    expect(event.defaultPrevented).to.equal(true);
  });

  it('is asked for with its values, over params and under param-*', async () => {
    const place = await fixture(
      '<div><form id="by"><input name="a" value="form" /><input name="b" value="form" /></form></div>',
    );
    const {chart, network} = await mountQuery(
      {
        params: {a: 'params', b: 'params', c: 'params'},
        attributes: {form: 'by', 'param-b': 'attribute'},
        answer: () => rowsResponse(),
      },
      place,
    );
    await chart.reaches('ready');

    expect(network.requests.length).to.equal(1);
    const {searchParams} = network.last.url;
    expect(['a', 'b', 'c'].map((name) => searchParams.get(name))).to.deep.equal([
      'form',
      'attribute',
      'params',
    ]);
  });

  it('that comes after its chart is found with the next change of the chart', async () => {
    const place = await fixture('<div></div>');
    const {chart, sent} = await mountQuery({form: 'filter', answer: () => rowsResponse()}, place);
    expect((await sent(1)).url.searchParams.has('country')).to.equal(false);

    place.insertAdjacentHTML('beforeend', FORM);
    chart.element.locale = 'en';

    expect((await sent(2)).url.searchParams.get('country')).to.equal('ES');
    await chart.reaches('ready');
  });

  it('is followed where both stand in a component’s shadow root', async () => {
    const outside = await fixture('<div></div>');
    const inside = outside.attachShadow({mode: 'open'});
    inside.innerHTML = `${FORM}<div></div>`;
    const {chart, network} = await mountQuery(
      {form: 'filter', answer: () => rowsResponse()},
      inside.querySelector('div')!,
    );
    await chart.reaches('ready');

    expect(network.last.url.searchParams.get('country')).to.equal('ES');
  });
});
