/** Returns a key for each label by which it is found again in other rows; equal labels are counted. */
export function rowKeys(labels: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return labels.map((label) => {
    const count = counts.get(label) ?? 0;
    counts.set(label, count + 1);
    return `${count} ${label}`;
  });
}
