import {readTheme} from '../charting/theme.js';
import {ExportError} from '../errors/export-error.js';
import {endGlides} from './end-glides.js';
import {groundBehind} from './ground-behind.js';
import {paintElement} from './paint-element.js';
import type {Scene} from './stage.js';

/** Pixels of the picture for each CSS pixel. */
const PIXEL_RATIO = 2;

/** Space around the chart, in CSS px. */
const MARGIN = 16;

/** Buttons, the page's own content, and what only screen readers read. */
const WITHOUT =
  '.tools, .status, slot, .visually-hidden, .keys, .tooltip, .probe, caption, .more, .clipped, [popover]';

/**
 * Resolves to what a chart shows as PNG, on the ground behind it. `scene` says what is shown.
 *
 * @throws {ExportError} when no rows are on screen, or they have to go before the picture is made.
 */
export async function chartImage(host: HTMLElement, scene: () => Scene | null): Promise<Blob> {
  const {copyDrawing} = scene()?.plot.view
    ? await import('../charting/copy-drawing.js')
    : {copyDrawing: null};
  const shown = scene();
  const base = host.shadowRoot?.querySelector('.base');
  if (!shown || !base) throw nothingToSave();
  const {view, canvas} = shown.plot;
  const size = {width: canvas?.clientWidth ?? 0, height: canvas?.clientHeight ?? 0};
  const copy =
    copyDrawing && view?.drawn && size.width > 0
      ? copyDrawing(view.drawn, size, PIXEL_RATIO)
      : null;
  endGlides(base);
  const ground = groundBehind(base, readTheme(host, shown.settings.theme ?? 'auto'));
  const box = base.getBoundingClientRect();
  const picture = document.createElement('canvas');
  picture.width = Math.ceil(box.width + 2 * MARGIN) * PIXEL_RATIO;
  picture.height = Math.ceil(box.height + 2 * MARGIN) * PIXEL_RATIO;
  const context = picture.getContext('2d');
  if (!context) throw nothingToSave();
  context.fillStyle = ground;
  context.fillRect(0, 0, picture.width, picture.height);
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  context.translate(MARGIN - box.left, MARGIN - box.top);
  paintElement(context, base, {ground, canvas: copy, without: WITHOUT});
  const blob = await new Promise<Blob | null>((resolve) => picture.toBlob(resolve, 'image/png'));
  // While the browser packed the picture, its rows may have had to go.
  if (!blob || scene()?.identityKey !== shown.identityKey) throw nothingToSave();
  return blob;
}

function nothingToSave(): ExportError {
  return new ExportError(
    'There are no rows on screen to save as a picture: wait for state "ready".',
  );
}
