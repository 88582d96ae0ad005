import {expect, fixture} from '@open-wc/testing';
import {html, LitElement} from 'lit';
import type {PartOfShape, Shaped, ShapeParts} from '../../src/elements/shape.js';
import type {ShapeSettings} from '../../src/elements/shape-settings.js';
import {shapeInSlices} from '../../src/elements/shape-in-slices.js';
import type {Steps} from '../../src/lib/steps.js';
import type {Language} from '../../src/messages/language.js';
import type {PipeResponse} from '../../src/tinybird/pipe-response.js';

class SliceHost extends LitElement {
  updates = 0;

  override requestUpdate(...args: Parameters<LitElement['requestUpdate']>): void {
    this.updates += 1;
    super.requestUpdate(...args);
  }
}
customElements.define('slice-host', SliceHost);

const SETTINGS = {type: 'line'} as ShapeSettings;
const LANGUAGE = {} as Language;
const SHAPED = {kind: 'line'} as Shaped;

const rows = () => ({data: []}) as unknown as PipeResponse;

/** Shapes for a host of the test's page; `taken` counts the steps. */
async function shaping() {
  const host = await fixture<SliceHost>(html`<slice-host></slice-host>`);
  const page = {isCurrent: true, hasView: false, taken: 0};
  const viewOf = () => page.hasView || undefined;
  const parts = {host, isCurrent: () => page.isCurrent, viewOf} as unknown as ShapeParts;
  const shape = (response: PipeResponse, steps: Steps<Shaped | PartOfShape>) =>
    shapeInSlices(steps, response, SETTINGS, LANGUAGE, parts);
  function* endless(): Steps<Shaped> {
    for (;;) {
      page.taken += 1;
      yield;
    }
  }
  /** Resolves to the number of steps that are still taken once all that was begun has ended. */
  const stillTaken = async () => {
    await nextTasks();
    const before = page.taken;
    await nextTasks();
    return page.taken - before;
  };
  host.updates = 0;
  return {host, page, shape, endless, stillTaken};
}

/** Each slice ends with a message, and what stops it with the next: messages keep their order. */
async function nextTasks(): Promise<void> {
  for (let task = 0; task < 4; task += 1) {
    const {port1, port2} = new MessageChannel();
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    port1.close();
  }
}

function* atOnce(result: Shaped | PartOfShape): Steps<Shaped | PartOfShape> {
  yield;
  return result;
}

function* failing(reason: Error): Steps<Shaped> {
  yield;
  throw reason;
}

describe('shaping a large answer', () => {
  it('goes on while the rows are wanted', async () => {
    const {page, shape, endless, stillTaken} = await shaping();

    expect(shape(rows(), endless())).to.equal('line');

    expect(await stillTaken()).to.be.above(0);
    page.isCurrent = false;
  });

  it('ends, and tells nobody, when the page is for somebody else', async () => {
    const {host, page, shape, endless, stillTaken} = await shaping();
    shape(rows(), endless());

    page.isCurrent = false;

    expect([await stillTaken(), host.updates]).to.deep.equal([0, 0]);
  });

  it('ends when the chart has left the page', async () => {
    const {host, shape, endless, stillTaken} = await shaping();
    shape(rows(), endless());

    host.remove();

    expect([await stillTaken(), host.updates]).to.deep.equal([0, 0]);
  });

  it('ends for rows in whose place others have come', async () => {
    const {host, shape, endless, stillTaken} = await shaping();
    shape(rows(), endless());
    const newer = rows();

    shape(newer, atOnce(SHAPED));

    expect([await stillTaken(), host.updates]).to.deep.equal([0, 1]);
  });

  it('asks the host to update, and gives it what came of these very rows', async () => {
    const {host, shape} = await shaping();
    const asked = rows();
    shape(asked, atOnce(SHAPED));
    const asksAgain = new Promise((resolve) => {
      host.addController({hostUpdate: () => resolve(shape(asked, atOnce({...SHAPED})))});
    });

    expect(await asksAgain).to.equal(SHAPED);
  });

  it('shapes anew where what draws the rows has come since', async () => {
    const {host, page, shape} = await shaping();
    const asked = rows();
    const withView = {kind: 'table', drawing: () => null} as unknown as Shaped;
    const came: unknown[] = [];
    host.addController({hostUpdate: () => void came.push(shape(asked, atOnce(withView)))});

    shape(asked, atOnce('table'));
    page.hasView = true;
    await nextTasks();

    expect(came).to.deep.equal(['line', withView]);
  });

  it('throws at the host what a step has thrown', async () => {
    const {host, shape} = await shaping();
    const asked = rows();
    const reason = new Error('no such column');
    shape(asked, failing(reason));
    const asksAgain = new Promise((resolve) => {
      const hostUpdate = () => {
        try {
          shape(asked, atOnce(SHAPED));
        } catch (error) {
          resolve(error);
        }
      };
      host.addController({hostUpdate});
    });

    expect(await asksAgain).to.equal(reason);
  });
});
