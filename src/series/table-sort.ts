/** The column that a table is sorted by. */
export interface TableSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** What the next press on a column's header asks for: up, down, and as the rows came (null). */
export function nextSort(sort: TableSort | null, column: string): TableSort | null {
  if (sort?.column !== column) return {column, direction: 'ascending'};
  return sort.direction === 'ascending' ? {column, direction: 'descending'} : null;
}
