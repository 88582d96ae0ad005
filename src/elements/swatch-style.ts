/** Style of the sample beside a name. Dashes stand for a line that is dashed, or an area that is striped. */
export function swatchStyle(color: string, dash: readonly number[]): string {
  if (dash.length === 0) return `background-color:${color}`;
  // Twice as fine as the line, as a swatch is small.
  let end = 0;
  const stops = dash.map((px, at) => {
    const start = end;
    end += px / 2;
    return `${at % 2 > 0 ? 'transparent' : color} ${start}px ${end}px`;
  });
  return `background:repeating-linear-gradient(90deg,${stops.join()})`;
}
