/** Longest wait for one answer of a driver. */
const ANSWER_LIMIT_MS = 60_000;

/** The commands of WebDriver that tests need, over HTTP. */
export class WebDriver {
  readonly #session: string;

  private constructor(session: string) {
    this.#session = session;
  }

  /** Asks a driver for a browser. */
  static async open(origin: string, capabilities: object): Promise<WebDriver> {
    const body = {capabilities: {alwaysMatch: capabilities}};
    const {sessionId} = (await send('POST', `${origin}/session`, body)) as {sessionId: string};
    const driver = new WebDriver(`${origin}/session/${sessionId}`);
    await driver.#post('timeouts', {script: ANSWER_LIMIT_MS, pageLoad: ANSWER_LIMIT_MS});
    return driver;
  }

  async goto(url: string): Promise<void> {
    await this.#post('url', {url});
  }

  async url(): Promise<string> {
    return (await send('GET', `${this.#session}/url`)) as string;
  }

  /** Runs an expression in the page and gives what it comes to, as JSON can say it. */
  async evaluate(expression: string): Promise<unknown> {
    const script = `const done = arguments[arguments.length - 1];
      const failed = (error) => done(JSON.stringify({error: String(error)}));
      Promise.resolve().then(() => ${expression})
        .then((value) => done(JSON.stringify({value})), failed);`;
    const json = (await this.#post('execute/async', {script, args: []})) as string;
    const {value, error} = JSON.parse(json) as {value?: unknown; error?: string};
    if (error !== undefined) throw new Error(error);
    return value;
  }

  /** Presses and releases a key, by its code point in WebDriver. */
  async press(key: string): Promise<void> {
    const actions = ['keyDown', 'keyUp'].map((type) => ({type, value: key}));
    await this.#post('actions', {actions: [{type: 'key', id: 'keyboard', actions}]});
  }

  /** Size of the window with its bars, in CSS px. */
  async windowSize(): Promise<{readonly width: number; readonly height: number}> {
    return (await send('GET', `${this.#session}/window/rect`)) as {width: number; height: number};
  }

  async setWindowSize(size: {readonly width: number; readonly height: number}): Promise<void> {
    await this.#post('window/rect', {x: 0, y: 0, ...size});
  }

  async quit(): Promise<void> {
    await send('DELETE', this.#session);
  }

  #post(command: string, body: object): Promise<unknown> {
    return send('POST', `${this.#session}/${command}`, body);
  }
}

async function send(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    ...(body && {body: JSON.stringify(body), headers: {'content-type': 'application/json'}}),
  });
  const {value} = (await response.json()) as {value: unknown};
  if (response.ok) return value;
  const {error, message} = value as {error: string; message: string};
  throw new Error(`${method} ${url}: ${error}, ${message}`);
}
