/** Answers that the charts of a story can have, as JSON, by organization and then by pipe. */
export type KnownRows = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a page with `watchPage` offers to the test. */
export interface WatchedWindow {
  storyWatch: {
    /** Promises that were broken, each once. */
    readonly violations: string[];
    /** How much there was to check: a story in which one of them stays 0 has proved nothing. */
    readonly seen: Readonly<Record<'requests' | 'answers' | 'cells' | 'points' | 'pixels', number>>;
    /** Checks each notice of Clerk, once the charts listen to it too. */
    followClerk(): void;
    check(): void;
  };
  readonly Clerk?: {
    readonly loaded?: boolean;
    readonly user?: {readonly id: string} | null;
    readonly session?: {readonly id: string} | null;
    readonly organization?: {readonly id: string; readonly slug: string} | null;
    addListener(callback: () => void): void;
  };
}

/**
 * Watches from inside a page what its charts show, hold, say and ask for: before each paint, in each
 * of Clerk's notices and in each event. Runs in the page before anything else; nothing of this
 * module can be used in it.
 */
export function watchPage(known: KnownRows): void {
  const scope = window as unknown as WatchedWindow;
  const violations: string[] = [];
  const charts = new Set<{
    canvas: HTMLCanvasElement | null;
    data: {datasets: {data: unknown[]}[]};
  }>();
  const elements = new Set<
    HTMLElement & {pipe: string; state: string; response: {data: unknown} | null}
  >();
  const drawn = new Map<string, string>();
  const canvases = new Map<HTMLCanvasElement, {pipe: string; response: object | null}>();
  const inFlight = new Set<string>();
  const seen = {requests: 0, answers: 0, cells: 0, points: 0, pixels: 0};
  const report = (text: string) => {
    if (!violations.includes(text)) violations.push(text);
  };
  const active = () => scope.Clerk?.organization?.slug ?? 'none';
  const own = (pipe: string) => known[active()]?.[pipe] ?? 'null';
  const numbers = new Map<string, ReadonlySet<number>>();
  const numbersIn = (rows: string) => {
    const found = numbers.get(rows) ?? new Set(rows.match(/-?\d+(?:\.\d+)?/g)?.map(Number));
    numbers.set(rows, found);
    return found;
  };

  // Chart.js keeps its drawings where no page can reach them, but each notes its canvas.
  Object.defineProperty(Object.prototype, 'canvas', {
    configurable: true,
    set(this: object, value: unknown) {
      Object.defineProperty(this, 'canvas', {
        ...{value, writable: true, enumerable: true, configurable: true},
      });
      if ('config' in this) charts.add(this as never);
    },
  });

  const checkRequest = (url: string, headers: Headers): string => {
    seen.requests += 1;
    const token = (headers.get('authorization') ?? '').replace('Bearer ', '');
    const payload = (token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
    const claims = JSON.parse(payload ? atob(payload) : '{}') as {
      readonly exp?: number;
      readonly sub?: string;
      readonly org_id?: string | null;
    };
    const {user, organization} = scope.Clerk ?? {};
    if (!token) report(`asked without a token: ${url}`);
    if ((claims.exp ?? 0) * 1000 <= Date.now()) report(`asked with an expired token: ${url}`);
    if (claims.sub !== user?.id) report(`asked with a token of ${claims.sub}: ${url}`);
    if (claims.org_id !== organization?.id) {
      report(`asked with a token of ${claims.org_id} in ${organization?.id}: ${url}`);
    }
    if (url.includes('eyJ')) report('a token stood in an address');
    return `${url} ${claims.sub} ${claims.org_id}`;
  };
  const {fetch} = window;
  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.includes('/v0/pipes/')) return fetch(input, init);
    const key = checkRequest(url, new Headers(init?.headers));
    if (inFlight.has(key)) report(`two at a time: ${key}`);
    inFlight.add(key);
    const end = () => inFlight.delete(key);
    init?.signal?.addEventListener('abort', end);
    return fetch(input, init).finally(end);
  };

  const checkElement = (element: typeof elements extends Set<infer T> ? T : never) => {
    const {pipe, response, shadowRoot, state} = element;
    const where = `${pipe} (${state}, ${active()})`;
    const rows = own(pipe);
    if (response && JSON.stringify(response.data) !== rows) report(`${where} holds foreign rows`);
    if (!shadowRoot) return;
    const values = numbersIn(rows);
    for (const {textContent} of shadowRoot.querySelectorAll('td')) {
      const text = textContent.trim().replaceAll(',', '');
      if (!/^[\d.]+$/.test(text)) continue;
      seen.cells += 1;
      if (!values.has(Number(text))) report(`${where} lists ${text}`);
    }
    const others = Object.keys(known).filter((slug) => slug !== active());
    for (const [text] of shadowRoot.textContent.matchAll(/\d{1,3}(?:,\d{3})+/g)) {
      const value = Number(text.replaceAll(',', ''));
      const isForeign = others.some((slug) => numbersIn(known[slug]?.[pipe] ?? '').has(value));
      if (isForeign && !values.has(value)) report(`${where} says ${text}`);
    }
    if (/eyJ[\w-]{10,}\./.test(shadowRoot.textContent)) report(`${where} shows a token`);
    for (const {canvas, data} of charts) {
      if (!canvas || !shadowRoot.contains(canvas)) continue;
      for (const point of data.datasets.flatMap((dataset) => dataset.data)) {
        const y = typeof point === 'object' && point && 'y' in point ? point.y : point;
        if (typeof y !== 'number' || y === 0 || Number.isNaN(y)) continue;
        seen.points += 1;
        if (!values.has(y)) report(`${where} has drawn a foreign ${y}`);
      }
    }
  };
  const find = () => {
    for (const root of [
      document,
      ...[...document.querySelectorAll('.host')].map((host) => host.shadowRoot),
    ]) {
      for (const chart of root?.querySelectorAll('tinybird-chart') ?? []) elements.add(chart);
    }
  };
  const check = () => {
    find();
    for (const element of elements) checkElement(element);
  };
  const isBlank = (canvas: HTMLCanvasElement) => {
    const {width, height} = canvas;
    if (width === 0 || height === 0) return true;
    const bytes = canvas.getContext('2d')!.getImageData(0, 0, width, height).data;
    return bytes.every((byte) => byte === 0);
  };
  /** Looks at the pixels too: what is drawn without rows, or as it was for somebody else. */
  const checkPixels = () => {
    check();
    for (const element of elements) {
      const {shadowRoot, response, pipe, state} = element;
      for (const canvas of shadowRoot?.querySelectorAll('canvas') ?? []) {
        canvases.set(canvas, element);
        if (isBlank(canvas)) continue;
        seen.pixels += 1;
        if (!response) report(`${pipe} keeps pixels (${state}, ${active()})`);
        const image = canvas.toDataURL();
        const owner = drawn.get(image) ?? active();
        if (owner !== active()) report(`${pipe} keeps the pixels of ${owner} in ${active()}`);
        else drawn.set(image, owner);
      }
    }
  };
  /** Inside a notice nothing is left, not even on canvases of long ago. */
  const checkNotice = () => {
    checkPixels();
    for (const [canvas, {pipe, response}] of canvases) {
      const isInUse = canvas.isConnected && response !== null;
      if (!isInUse && !isBlank(canvas)) report(`${pipe} left pixels behind (${active()})`);
    }
  };
  document.addEventListener('tinybird-chart-load', (event) => {
    seen.answers += 1;
    const {pipe} = event.composedPath()[0] as unknown as {pipe: string};
    if (JSON.stringify(event.response.data) !== own(pipe)) report(`${pipe} told of foreign rows`);
  });
  document.addEventListener('tinybird-chart-error', ({error}) => {
    if (/eyJ[\w-]{10,}\./.test(`${error.message} ${error.causes.join(' ')}`)) {
      report('an error named a token');
    }
  });
  const onFrame = () => {
    check();
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  scope.storyWatch = {
    violations,
    seen,
    followClerk: () => scope.Clerk?.addListener(checkNotice),
    check: checkPixels,
  };
}
