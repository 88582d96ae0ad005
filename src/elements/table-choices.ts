import {nextSort, type TableSort} from '../series/sort-rows.js';

/** What the reader has asked of tables: kept through refetches, forgotten with the rows. */
export class TableChoices {
  readonly #onChange: () => void;
  #sort: TableSort | null = null;
  #isOpen = false;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The order asked for, or null for the order of the rows. */
  get sort(): TableSort | null {
    return this.#sort;
  }

  /** True while a table stands in place of a drawing. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Asks for the next order by a column. */
  readonly sortBy = (column: string): void => {
    this.#sort = nextSort(this.#sort, column);
    this.#onChange();
  };

  /** Shows the table in place of the drawing, or the drawing again. */
  readonly toggle = (): void => {
    this.#isOpen = !this.#isOpen;
    this.#sort = null;
    this.#onChange();
  };

  /** Forgets everything. */
  reset(): void {
    this.#isOpen = false;
    this.#sort = null;
  }
}
