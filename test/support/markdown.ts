/** What comes after a heading, up to the next one of any level. */
function section(markdown: string, heading: string): string {
  const lines = markdown.split('\n');
  const start = lines.findIndex(
    (line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading,
  );
  if (start === -1) throw new Error(`There is no heading "${heading}".`);
  const length = lines.slice(start + 1).findIndex((line) => /^#{1,6} /.test(line));
  return lines.slice(start + 1, length === -1 ? undefined : start + 1 + length).join('\n');
}

/**
 * First code words of one column of a table, row by row. The table is the first below `heading`
 * whose first column is headed `head`; any when absent.
 */
export function tableColumn(
  markdown: string,
  heading: string,
  head: string | null = null,
  column = 0,
): string[] {
  const tables = section(markdown, heading)
    .split(/\n(?!\|)/)
    .map((block) => block.split('\n').filter((line) => line.startsWith('|')))
    .filter((lines) => lines.length > 2);
  const table = tables.find(([first = '']) => head === null || cellsOf(first)[0] === head);
  if (!table) throw new Error(`There is no table of "${head ?? ''}" below "${heading}".`);
  return table.slice(2).map((line) => /`([^`]+)`/.exec(cellsOf(line)[column] ?? '')?.[1] ?? '');
}

function cellsOf(line: string): string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** The text without its blocks of code. */
export function withoutCode(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```$/gm, '');
}

/** Anchors of all headings, as GitHub makes them, then those that are written as `<a id>`. */
export function anchorsOf(markdown: string): string[] {
  const text = withoutCode(markdown);
  const headings = [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return [...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)];
}

/** Targets of links and images, in Markdown and HTML. */
export function linksOf(markdown: string): string[] {
  const text = withoutCode(markdown);
  const links = [
    ...text.matchAll(/\]\(([^)\s]+)\)/g),
    ...text.matchAll(/\b(?:src|srcset|href)="([^"]+)"/g),
  ];
  return links.map(([, target = '']) => target);
}
