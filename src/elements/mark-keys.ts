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
  const next = placeAfter(key, at, marks.length, Number(group.dataset['marks']), isRtl(group));
  if (next === null) return false;
  marks[next]?.focus();
  return true;
}

function placeAfter(
  key: string,
  at: number,
  count: number,
  columns: number,
  isRightToLeft: boolean,
): number | null {
  if (count === 0) return null;
  const across = columns > 1 && isRightToLeft ? -1 : 1;
  const step = {
    ArrowDown: columns,
    ArrowUp: -columns,
    ArrowRight: across,
    ArrowLeft: -across,
    Home: -Infinity,
    End: Infinity,
  }[key];
  if (step === undefined) return null;
  if (step === -Infinity) return 0;
  if (step === Infinity) return count - 1;
  if (at === -1) return step > 0 ? 0 : null;
  return at + step >= 0 && at + step < count ? at + step : at;
}

function isRtl(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
