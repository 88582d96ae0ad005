/** What the playground draws, as a link can hold it. */
export interface PlaygroundState {
  /** Name of the pipe, or empty for pasted rows. */
  readonly pipe: string;
  /** Attributes of the tag besides `pipe`; an empty text switches a flag on. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Query parameters by name. */
  readonly params: Readonly<Record<string, string>>;
  /** Custom properties by name. */
  readonly styles: Readonly<Record<string, string>>;
}

/** Settings that a link never holds, as they are secrets, say where secrets go, or belong to a page. */
export const PAGE_ATTRIBUTES: ReadonlySet<string> = new Set([
  'pipe',
  'host',
  'params',
  'form',
  'filters',
  'filter-param',
  'link-group',
  'clerk-publishable-key',
  'clerk-proxy-url',
  'clerk-js-url',
  'jwt-template',
  'tenancy',
  'tenant-claim',
  'token',
  'token-endpoint',
]);

/** What a link may name: attributes and custom properties of the manifest. */
export interface Vocabulary {
  readonly attributes: readonly string[];
  readonly customProperties: readonly string[];
}

const PIPE = /^[\w-]*$/;
const PARAM = /^[a-z][\w-]*$/i;

/** Text for the address, after `#`. */
export function stateToHash({pipe, attributes, params, styles}: PlaygroundState): string {
  const search = new URLSearchParams();
  if (pipe !== '') search.set('pipe', pipe);
  for (const [name, value] of Object.entries(attributes)) search.set(name, value);
  for (const [name, value] of Object.entries(params)) search.set(`param-${name}`, value);
  for (const [name, value] of Object.entries(styles)) search.set(name, value);
  return search.toString();
}

/** Reads such a text; null when it is empty. Names that are not known are left out. */
export function hashToState(hash: string, vocabulary: Vocabulary): PlaygroundState | null {
  const search = new URLSearchParams(hash.replace(/^#/, ''));
  if (search.size === 0) return null;
  const attributes: Record<string, string> = {};
  const params: Record<string, string> = {};
  const styles: Record<string, string> = {};
  for (const [name, value] of search) {
    if (vocabulary.customProperties.includes(name)) styles[name] = value;
    else if (vocabulary.attributes.includes(name) && !PAGE_ATTRIBUTES.has(name))
      attributes[name] = value;
    else if (name.startsWith('param-') && PARAM.test(name.slice('param-'.length)))
      params[name.slice('param-'.length)] = value;
  }
  const pipe = search.get('pipe') ?? '';
  return {pipe: PIPE.test(pipe) ? pipe : '', attributes, params, styles};
}
