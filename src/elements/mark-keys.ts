/**
 * Moves the focus among the marks (`[data-mark]`) of a drawing in HTML, which is one tab stop:
 * arrows, Home and End, across and down where `data-marks` counts columns. Enter and Space press a
 * mark. Returns false where a key means nothing.
 */
export function moveAmongMarks(key: string, from: Element): boolean {
  const group = from.closest<HTMLElement>('[data-marks]');
  if (!group) return false;
  const marks = [...group.querySelectorAll<HTMLElement>('[data-mark]')];
  const at = marks.findIndex((mark) => mark.contains(from));
  if (key === 'Enter' || key === ' ') {
    marks[at]?.click();
    return at !== -1;
  }
  const next = placeAfter(key, at, marks.length, Number(group.dataset['marks']));
  if (next === null) return false;
  marks[next]?.focus();
  return true;
}

/**
 * Returns which mark or row this is, and where it is from the first or the left (0) to the last or
 * the right (1).
 */
export function placeOfMark(mark: Element): {readonly at: number; readonly share: number} | null {
  const table = mark.closest('table[aria-rowcount]');
  if (table) {
    // Both count the header.
    const place = Number(mark.getAttribute('aria-rowindex')) - 2;
    const count = Number(table.getAttribute('aria-rowcount')) - 1;
    return {at: Number(mark.getAttribute('data-row')), share: shareOf(place, count)};
  }
  const group = mark.closest<HTMLElement>('[data-marks]');
  if (!group) return null;
  const marks = [...group.querySelectorAll('[data-mark]')];
  const at = marks.indexOf(mark);
  const columns = Number(group.dataset['marks']);
  if (columns === 1) return {at, share: shareOf(at, marks.length)};
  return {at, share: shareOf(at % columns, columns)};
}

function shareOf(at: number, count: number): number {
  return count > 1 ? at / (count - 1) : 0.5;
}

/** Those in columns are drawn from left to right in every page. */
function placeAfter(key: string, at: number, count: number, columns: number): number | null {
  if (count === 0) return null;
  const step = {
    ArrowDown: columns,
    ArrowUp: -columns,
    ArrowRight: 1,
    ArrowLeft: -1,
    Home: -Infinity,
    End: Infinity,
  }[key];
  if (step === undefined) return null;
  if (step === -Infinity) return 0;
  if (step === Infinity) return count - 1;
  if (at === -1) return step > 0 ? 0 : null;
  return at + step >= 0 && at + step < count ? at + step : at;
}
