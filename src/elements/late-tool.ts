/** Something whose code is loaded when it is first needed. */
export class LateTool<Tool> {
  readonly #load: () => Promise<Tool>;
  readonly #onLoad: () => void;
  #tool: Tool | null = null;
  #isLoading = false;

  constructor(load: () => Promise<Tool>, onLoad: () => void) {
    this.#load = load;
    this.#onLoad = onLoad;
  }

  /** Null until it has been needed and is there. */
  get current(): Tool | null {
    return this.#tool;
  }

  /** Starts loading it; what cannot be had now is tried again at the next call. */
  need(): void {
    if (!this.#tool && !this.#isLoading) void this.#start();
  }

  async #start(): Promise<void> {
    this.#isLoading = true;
    try {
      this.#tool = await this.#load();
      this.#onLoad();
    } catch {
      // The chart can be read without it.
    } finally {
      this.#isLoading = false;
    }
  }
}
