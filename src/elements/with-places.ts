import type {TemplateResult} from 'lit';
import type {HtmlDrawing, HtmlViewModel} from './html-view.js';

/** Says which places and numbers the marks of a drawing in HTML stand for. */
export function withPlaces(
  places: Pick<HtmlDrawing, 'index' | 'rowIndex' | 'values'>,
  draw: (model: HtmlViewModel) => TemplateResult,
): HtmlDrawing {
  return Object.assign(draw, places);
}
