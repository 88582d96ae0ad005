/** A browser of one window, which therefore has the focus like every other. */
export interface EngineWindow {
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  /** Runs an expression in the page and gives what it comes to, as JSON can say it. */
  evaluate(expression: string): Promise<unknown>;
  readonly keyboard: {press(key: 'Tab'): Promise<void>};
  /** Sets the size of what a page sees, in CSS px. */
  setViewportSize(size: ViewportSize): Promise<void>;
  /**
   * Makes a page believe in a visitor's preferences, or in paper.
   *
   * @throws {Error} in an engine that cannot.
   */
  emulateMedia(media: EmulatedMedia): Promise<void>;
  /** Ends the browser. */
  close(): Promise<void>;
}

/** In CSS px. */
export interface ViewportSize {
  readonly width: number;
  readonly height: number;
}

/** What `emulateMedia` of the test runner sends. */
export interface EmulatedMedia {
  readonly media?: 'screen' | 'print';
  readonly colorScheme?: 'light' | 'dark' | 'no-preference';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly forcedColors?: 'active' | 'none';
}
