/** Charts of the gallery under one heading. */
export interface GallerySection {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly cases: readonly GalleryCase[];
}

/** One chart of the gallery. */
export interface GalleryCase {
  readonly heading: string;
  /** Whose rows it draws, by name; a chart with a pipe has none. @default none */
  readonly sample?: string;
  /** @default none */
  readonly className?: string;
  /** Besides those of the sample, which they replace. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Its slots. @default none */
  readonly html?: string;
}
