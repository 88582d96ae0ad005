import type {CSSProperties, ReactNode} from 'react';

/** What React itself does for any element. */
export interface ElementProps {
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  readonly slot?: string | undefined;
  readonly title?: string | undefined;
  readonly hidden?: boolean | undefined;
  readonly lang?: string | undefined;
  readonly dir?: string | undefined;
  readonly children?: ReactNode;
}

const ATTRIBUTES = new Set(['id', 'style', 'slot', 'title', 'hidden', 'lang', 'dir', 'children']);

/** Holds back an element that a server has rendered, until its properties are set. */
export const DEFER_ATTRIBUTE = 'defer-hydration';

/** What is seen of a chart before its script has arrived. */
const SEEN_EARLY = ['pipe', 'heading', 'description', 'theme', 'horizontal'];

/** Props of a component, by whose they are: React's, the element's, or a listener's. */
export interface SplitProps {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly listeners: Readonly<Record<string, ((event: Event) => void) | undefined>>;
}

/**
 * Sorts props. `events` has the event of each listener by its prop. `type` stays an attribute as
 * well, since the height of a chart depends on it. On a server so does what a page shows before the
 * script, and the tag waits for its properties.
 */
export function splitProps(props: object, events: Readonly<Record<string, string>>): SplitProps {
  const attributes: Record<string, unknown> = {};
  const properties: Record<string, unknown> = {};
  const listeners: Record<string, (event: Event) => void> = {};
  for (const [name, value] of Object.entries(props)) {
    const event = Object.hasOwn(events, name) ? events[name] : undefined;
    if (event !== undefined) listeners[event] = value as (event: Event) => void;
    else if (ATTRIBUTES.has(name) || /^(data|aria|param)-/.test(name)) attributes[name] = value;
    // React 18 makes an attribute `classname` of the other one.
    else if (name === 'className') attributes['class'] = value;
    else properties[name] = value;
  }
  if (typeof properties['type'] === 'string') attributes['type'] = properties['type'];
  if (typeof document === 'undefined') Object.assign(attributes, serverAttributes(properties));
  return {attributes, properties, listeners};
}

function serverAttributes(properties: Readonly<Record<string, unknown>>): Record<string, string> {
  const attributes: Record<string, string> = {[DEFER_ATTRIBUTE]: ''};
  for (const name of SEEN_EARLY) {
    const value = properties[name];
    if (typeof value === 'string') attributes[name] = value;
    else if (value === true) attributes[name] = '';
  }
  return attributes;
}
