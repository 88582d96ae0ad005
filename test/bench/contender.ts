/** A time column in epoch ms and its values. */
export interface Columns {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** What a contender draws from: the pipe's address, in one piece and in parts. */
export interface BenchQuery {
  readonly url: string;
  readonly host: string;
  readonly pipe: string;
  readonly token: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** Something drawn. */
export interface Drawn {
  dispose(): void;
  update?(columns: Columns): void;
  refetch?(): Promise<void>;
}

/** One of the things that are compared, as its page publishes it; both calls end with pixels. */
export interface Contender {
  readonly name: string;
  drawColumns?(element: HTMLElement, columns: Columns): Promise<Drawn>;
  drawQuery?(element: HTMLElement, query: BenchQuery): Promise<Drawn>;
}
