import type {BrowserLauncher} from '@web/test-runner';
import type {EngineWindow, ViewportSize} from './engine-window.js';

const VIEWPORT: ViewportSize = {width: 800, height: 600};

/**
 * Runs each test file that runs at the same time in a browser of its own: of several windows or
 * frames in one only one has the focus, and tabs behind others have no frames to draw in.
 */
export class EngineLauncher implements BrowserLauncher {
  readonly name: string;
  /** By this name the runner's commands know what `getPage` gives. */
  readonly type = 'playwright';
  readonly #open: () => Promise<EngineWindow>;
  readonly #active = new Map<string, EngineWindow>();
  #free: EngineWindow[] = [];

  constructor(name: string, open: () => Promise<EngineWindow>) {
    this.name = name;
    this.#open = open;
  }

  async startSession(sessionId: string, url: string): Promise<void> {
    const window = this.#free.pop() ?? (await this.#open());
    this.#active.set(sessionId, window);
    await window.setViewportSize(VIEWPORT);
    await window.goto(url);
  }

  isActive(sessionId: string): boolean {
    return this.#active.has(sessionId);
  }

  getBrowserUrl(sessionId: string): Promise<string> {
    return this.#windowOf(sessionId).url();
  }

  /** What `setViewport`, `sendKeys` and `emulateMedia` of a test are carried out with. */
  getPage(sessionId: string): Pick<EngineWindow, 'keyboard' | 'setViewportSize' | 'emulateMedia'> {
    return this.#windowOf(sessionId);
  }

  async stopSession(sessionId: string): Promise<object> {
    const window = this.#windowOf(sessionId);
    await window.goto('about:blank');
    this.#active.delete(sessionId);
    this.#free = [...this.#free, window];
    return {};
  }

  startDebugSession(): Promise<void> {
    throw new Error(`Debugging is not offered in ${this.name}.`);
  }

  async stop(): Promise<void> {
    const windows = [...this.#free, ...this.#active.values()];
    await Promise.all(windows.map((window) => window.close()));
  }

  #windowOf(sessionId: string): EngineWindow {
    const window = this.#active.get(sessionId);
    if (!window) throw new Error(`Session ${sessionId} has no window.`);
    return window;
  }
}
