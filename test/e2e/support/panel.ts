import assert from 'node:assert/strict';
import type {Page} from 'playwright-core';
import type {FaultRule} from '../../../demo/stack/faults.js';

/** What the panel of the first chart says. */
export interface ReadPanel {
  readonly nextStep: string;
  readonly causes: readonly string[];
  readonly facts: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Reads the diagnosis panel of the first chart; null where there is none. */
export function readPanel(page: Page): Promise<ReadPanel | null> {
  return page.evaluate(() => {
    const panel = document
      .querySelector('tinybird-chart')
      ?.shadowRoot?.querySelector('[part=debug]');
    if (!panel) return null;
    const names = [...panel.querySelectorAll('dt')];
    return {
      nextStep: panel.querySelector('[part=debug-step]')?.textContent ?? '',
      causes: [...panel.querySelectorAll('li')].map((item) => item.textContent),
      facts: Object.fromEntries(
        names.map((name) => [name.textContent, name.nextElementSibling?.textContent ?? '']),
      ),
      text: panel.textContent,
    };
  });
}

/** Waits until the panel's next step has the text, without backticks; fails with the one it has. */
export async function waitForStep(page: Page, text: string): Promise<ReadPanel> {
  const step = page.locator('tinybird-chart').first().locator('[part=debug-step]');
  await step
    .filter({hasText: text.replaceAll('`', '')})
    .waitFor()
    .catch(async (cause: unknown) => {
      throw new Error(`Not "${text}" but ${JSON.stringify(await readPanel(page))}`, {cause});
    });
  const panel = await readPanel(page);
  assert.ok(panel);
  return panel;
}

/** A chart with its diagnosis panel. */
export function debugChart(attributes = '', pipe = 'visits_over_time'): string {
  return `<tinybird-chart debug loading="eager" pipe="${pipe}" ${attributes}></tinybird-chart>`;
}

/** Answers every query. */
export function answering(status: number, body: unknown = {error: 'no'}): FaultRule {
  return {server: 'tinybird', path: '^/v0/pipes/', status, body};
}
