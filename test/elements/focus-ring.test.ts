import {expect, fixture} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {drawings, goOffline, states} from '../support/scenes.js';

/** Most stops that a chart of these scenes has. */
const MAX_STOPS = 20;

describe('the keyboard, at every stop of a chart', () => {
  afterEach(() => goOffline(false));

  for (const [name, mount] of Object.entries({...drawings, ...states})) {
    it(`${name}: is seen by a ring of 2 px, and gets out again`, async () => {
      const place = await fixture(`<div><button class="before">before</button></div>`);
      const chart = await mount({}, place);
      place.insertAdjacentHTML('beforeend', '<button class="after">after</button>');
      place.querySelector<HTMLElement>('.before')?.focus();
      const rings: string[] = [];

      for (let stop = 0; stop < MAX_STOPS; stop += 1) {
        await sendKeys({press: 'Tab'});
        if (document.activeElement !== chart.element) break;
        const focused = chart.element.shadowRoot?.activeElement;
        if (!focused) continue;
        const {outlineStyle, outlineWidth} = getComputedStyle(focused);
        const label = focused.getAttribute('part') ?? focused.className;
        if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2)
          rings.push(`${label} ${outlineStyle} ${outlineWidth}`);
      }

      expect(document.activeElement?.className).to.equal('after');
      expect(rings).to.deep.equal([]);
    });
  }

  it('shows the keys of a drawing while it has the focus, and says them', async () => {
    const place = await fixture('<div><button class="before">before</button></div>');
    const chart = await drawings['line']!({noActions: true, noLegend: true}, place);
    const keys = chart.element.shadowRoot?.querySelector('#keys');
    expect(keys?.checkVisibility()).to.equal(false);
    expect(chart.plot?.getAttribute('aria-describedby')).to.equal('keys');

    place.querySelector<HTMLElement>('.before')?.focus();
    await sendKeys({press: 'Tab'});

    expect(chart.element.shadowRoot?.activeElement).to.equal(chart.plot);
    expect(keys?.checkVisibility()).to.equal(true);
    expect(keys?.textContent).to.contain('Arrow keys move');
  });
});
