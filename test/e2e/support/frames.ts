import type {Page} from 'playwright-core';

/** What the page showed at one moment, and whom Clerk named at it. */
export interface Frame {
  /** Slug of the active organization; null without one, or while nobody is signed in. */
  readonly organization: string | null;
  /** Rows of every chart as JSON; `null` where it has none. */
  readonly responses: readonly string[];
  /** Text of every chart's shadow tree, cell by cell for tables. */
  readonly texts: readonly string[];
  /** Every canvas as an image. */
  readonly drawings: readonly string[];
}

type FramesWindow = Window & {
  Clerk: {
    organization?: {slug: string} | null;
    addListener(callback: () => void): void;
  };
  frames_: Frame[];
};

/**
 * Records what the page shows from now on: inside each of Clerk's notices, after the charts have
 * heard of it, and before each paint.
 */
export async function recordFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const scope = window as unknown as FramesWindow;
    scope.frames_ = [];
    const cellsOf = (root: ShadowRoot) =>
      [...root.querySelectorAll('td, .tooltip, .number')].map((cell) => cell.textContent.trim());
    const record = () => {
      const charts = [...document.querySelectorAll('tinybird-chart')];
      const roots = charts.flatMap(({shadowRoot}) => shadowRoot ?? []);
      scope.frames_.push({
        organization: scope.Clerk.organization?.slug ?? null,
        responses: charts.map(({response}) => JSON.stringify(response?.data ?? null)),
        texts: roots.flatMap(cellsOf),
        drawings: roots.flatMap((root) =>
          [...root.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()),
        ),
      });
    };
    scope.Clerk.addListener(record);
    const onFrame = () => {
      record();
      requestAnimationFrame(onFrame);
    };
    onFrame();
  });
}

/** The frames recorded since the last call, oldest first. */
export function takeFrames(page: Page): Promise<readonly Frame[]> {
  return page.evaluate(() => (window as unknown as FramesWindow).frames_.splice(0));
}
