/**
 * Returns the lines of both texts, those of the first alone with `- ` before them, those of the
 * second with `+ `, the rest with two spaces. Null where the texts are equal.
 */
export function lineDifference(before: string, after: string): readonly string[] | null {
  if (before === after) return null;
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const lengths = commonLengths(old, fresh);
  const lines: string[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < fresh.length) {
    const [left, right] = [old[row], fresh[column]];
    if (left !== undefined && left === right) {
      lines.push(`  ${left}`);
      row += 1;
      column += 1;
    } else if (left !== undefined && isOldFirst(lengths, row, column, fresh.length)) {
      lines.push(`- ${left}`);
      row += 1;
    } else {
      lines.push(`+ ${right ?? ''}`);
      column += 1;
    }
  }
  return lines;
}

/** Lengths of the longest common subsequence from each pair of lines on. */
function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const lengths: number[][] = [];
  for (const [row, line] of [...old.entries()].reverse()) {
    const present: number[] = [];
    for (const [column, other] of [...fresh.entries()].reverse()) {
      present[column] =
        line === other
          ? (lengths[row + 1]?.[column + 1] ?? 0) + 1
          : Math.max(lengths[row + 1]?.[column] ?? 0, present[column + 1] ?? 0);
    }
    lengths[row] = present;
  }
  return lengths;
}

/** Whether the line of the old text goes before that of the new one. */
function isOldFirst(
  lengths: readonly (readonly number[])[],
  row: number,
  column: number,
  newLines: number,
): boolean {
  if (column >= newLines) return true;
  return (lengths[row + 1]?.[column] ?? 0) >= (lengths[row]?.[column + 1] ?? 0);
}
