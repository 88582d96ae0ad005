/** Something to compare values with, or to remember at a place of the x axis. */
export interface Reference {
  /** A level, or both ends of a band of levels. */
  readonly y?: number | readonly [number, number];
  /** One end of a band of levels. */
  readonly from?: number;
  /** The other end. */
  readonly to?: number;
  /** A time, number or name of the x axis, or both ends of a span. With `y` it is a point. */
  readonly x?: ReferencePlace | readonly [ReferencePlace, ReferencePlace];
  readonly label?: string;
  /** Any CSS colour. */
  readonly color?: string;
}

/** A place on the x axis, as a cell of its column or as a date. */
export type ReferencePlace = string | number | Date;
