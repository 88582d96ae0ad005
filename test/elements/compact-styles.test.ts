import {expect} from '@open-wc/testing';
import {css} from 'lit';
import {barListStyles} from '../../src/elements/bar-list-view.styles.js';
import {debugStyles} from '../../src/elements/debug-panel.styles.js';
import {viewStyles} from '../../src/elements/drawn-views.styles.js';
import {funnelStyles} from '../../src/elements/funnel-view.styles.js';
import {heatmapStyles} from '../../src/elements/heatmap-view.styles.js';
import {interactionStyles} from '../../src/elements/interaction.styles.js';
import {metricStyles} from '../../src/elements/metric-view.styles.js';
import {pieStyles} from '../../src/elements/pie-view.styles.js';
import {longPrintStyles, printStyles, tablePrintStyles} from '../../src/elements/print.styles.js';
import {rangeStyles} from '../../src/elements/range.styles.js';
import {tableStyles} from '../../src/elements/table-view.styles.js';
import {chartStyles} from '../../src/elements/tinybird-chart.styles.js';
import {compactStyles} from '../build/compact-styles.js';

const SHEETS = {
  barListStyles,
  debugStyles,
  viewStyles,
  funnelStyles,
  heatmapStyles,
  interactionStyles,
  metricStyles,
  pieStyles,
  longPrintStyles,
  printStyles,
  tablePrintStyles,
  rangeStyles,
  tableStyles,
};

/** What a browser reads in styles; values of custom properties without white space that says nothing. */
function rulesOf(text: string): string[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return Array.from(sheet.cssRules, ({cssText}) =>
    cssText
      .replace(/\s*([,:()])\s*/g, '$1')
      .replace(/\s+/g, ' ')
      .replace(/\b0\./g, '.'),
  );
}

describe('styles of the script-tag build', () => {
  const own = [chartStyles].flat(2).map(String).join('');
  const sheets = Object.entries(SHEETS).map(([name, {cssText}]) => [name, cssText] as const);
  for (const [name, text] of [...sheets, ['chartStyles', own] as const])
    it(`say the same without white space (${name})`, () => {
      const compact = compactStyles(text);
      expect(rulesOf(text)).not.to.be.empty;
      expect(compact.length).to.be.below(text.length);
      expect(rulesOf(compact)).to.deep.equal(rulesOf(text));
    });

  it('keep white space that says something', () => {
    const {cssText} = css`
      .a .b:not(:empty)::before {
        margin: -1px calc(1px + 0.5 * var(--em));
      }
    `;
    expect(compactStyles(cssText)).to.equal(
      '.a .b:not(:empty)::before{margin:-1px calc(1px + .5 * var(--em))}',
    );
  });
});
