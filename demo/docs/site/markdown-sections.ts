/** A heading and what is below it, up to the next heading of its level or above. */
export interface Section {
  readonly title: string;
  readonly anchor: string;
  readonly level: number;
  /** Below the heading, headings of lower levels included. */
  readonly body: string;
}

const HEADING = /^(#{1,6}) (.+)$/;

/** Anchor of a heading, as GitHub makes it. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** Every section of a text, nested ones by themselves too, in order. Code blocks hold no headings. */
export function sectionsOf(markdown: string): Section[] {
  const lines = markdown.split('\n');
  const starts = headingLines(lines);
  return starts.map(({at, level, title}) => {
    const end = starts.find((other) => other.at > at && other.level <= level);
    const body = lines.slice(at + 1, end?.at).join('\n');
    return {title, anchor: anchorOf(title), level, body: body.trim()};
  });
}

/** The text with its headings moved, so that the highest is of `level`. */
export function withHeadingsAt(markdown: string, level: number): string {
  const lines = markdown.split('\n');
  const starts = headingLines(lines);
  const highest = Math.min(...starts.map((start) => start.level));
  for (const {at, level: own, title} of starts) {
    lines[at] = `${'#'.repeat(Math.min(6, own - highest + level))} ${title}`;
  }
  return lines.join('\n');
}

/** Cells of the first table below a heading whose first column is headed `head`, row by row. */
export function tableRows(markdown: string, heading: string, head: string): string[][] {
  const section = sectionsOf(markdown).find(({title}) => title === heading);
  const tables = (section?.body ?? '')
    .split(/\n(?!\|)/)
    .map((block) => block.split('\n').filter((line) => line.startsWith('|')))
    .filter((lines) => lines.length > 2);
  const table = tables.find(([first = '']) => cellsOf(first)[0] === head);
  return table ? table.slice(2).map(cellsOf) : [];
}

function cellsOf(line: string): string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function headingLines(lines: readonly string[]): {at: number; level: number; title: string}[] {
  let isCode = false;
  return lines.flatMap((line, at) => {
    if (line.startsWith('```')) isCode = !isCode;
    const [, marks = '', title = ''] = (!isCode && HEADING.exec(line)) || [];
    return marks ? [{at, level: marks.length, title}] : [];
  });
}
