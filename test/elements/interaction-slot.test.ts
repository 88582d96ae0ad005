import {expect} from '@open-wc/testing';
import {InteractionSlot} from '../../src/elements/interaction-slot.js';
import type {Stage} from '../../src/elements/stage.js';
import {until} from '../support/until.js';

it('updates a chart that rests once its interaction has come, so that its links settle', async () => {
  let updates = 0;
  const host = Object.assign(document.createElement('div'), {requestUpdate: () => (updates += 1)});
  const stage = {host, scene: () => null, isCurrent: () => false} as unknown as Stage;
  const slot = new InteractionSlot(stage);

  slot.start();
  expect(slot.current).to.equal(null);

  await until(
    () => slot.current !== null && updates > 0,
    () => 'an update',
  );
});
