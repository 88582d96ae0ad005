import type {ColumnOptionsByName} from '../series/column-options.js';
import type {ChartTheme} from './theme.js';

/** Returns the colour that the page has given a column, where colours of the page count. */
export function columnColor(
  {isForced}: ChartTheme,
  columns: ColumnOptionsByName | null | undefined,
  column: string,
): string | undefined {
  return isForced ? undefined : columns?.[column]?.color;
}
