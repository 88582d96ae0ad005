import {systemClock} from '../lib/clock.js';
import {Listeners} from '../lib/listeners.js';
import type {MessagesByLanguage} from '../messages/catalogue.js';
import {sharedOnPage} from '../lib/page-shared.js';
import {stableKey} from '../lib/stable-key.js';
import {warnOnce} from '../lib/warn-once.js';
import {
  ATTRIBUTE_SETTINGS,
  attributeOf,
  type ChartSettings,
  mergeSettings,
  ownSettings,
  type PageOnlySettings,
  readAttribute,
} from './chart-settings.js';
import {listAttribute} from './json-attribute.js';

/** Settings of the whole page: what `configure()` takes. */
export type PageSettings = ChartSettings & PageOnlySettings;

interface PageSettingsStore {
  settings: PageSettings;
  readonly changed: Listeners;
  readonly messages: MessagesByLanguage[];
}

const store = () =>
  sharedOnPage<PageSettingsStore>('settings', () => ({
    settings: {},
    changed: new Listeners(),
    messages: [],
  }));

/**
 * Sets defaults for every chart of the page, on top of earlier calls. The place for what markup
 * may not say: `allowedHosts`, `clerkJsUrl`, an absolute `clerkProxyUrl`, a Clerk instance.
 */
export function configure(settings: PageSettings): void {
  const current = store();
  current.settings = {
    ...current.settings,
    ...mergeSettings(current.settings, ownSettings(settings)),
    ...(settings.allowedHosts ? {allowedHosts: [settings.allowedHosts].flat()} : {}),
  };
  if (settings.messages) current.messages.push(settings.messages);
  current.changed.emit();
}

/** The page's settings as they are now. */
export function pageSettings(): PageSettings {
  return store().settings;
}

/** The sentences that the page has given, later ones over earlier ones. */
export function pageMessages(): readonly MessagesByLanguage[] {
  return store().messages;
}

/** Calls back after each `configure()`. */
export function onPageSettings(callback: () => void): () => void {
  return store().changed.add(callback);
}

let areDue = false;

/** Tells whether the script tag has not been read yet: nothing may be asked without its settings. */
export function areSettingsDue(): boolean {
  return areDue;
}

/** File of an address, without its folder, query and fragment. */
const fileOf = (url: string) => /[^/]*$/.exec(url.replace(/[?#].*/s, ''))?.[0];

/**
 * Sets the `data-*` attributes of the script tag that has loaded `moduleUrl` as page settings, once
 * the browser has run it. A tag is known by the file of its `src`, as folders differ with redirects,
 * versions and a `<base>` that comes later, and queries with what breaks caches. Where several such
 * tags say different things, none counts: one of them may be a stranger's, and browsers run those
 * too that the page's policy would have stopped.
 */
export function followScripts(moduleUrl: string, scope: Document = document): void {
  const file = fileOf(moduleUrl);
  const ownScripts = () =>
    [...scope.querySelectorAll<HTMLScriptElement>('script[src]')].filter(
      ({src}) => fileOf(src) === file,
    );
  const settle = (settings: PageSettings) => {
    areDue = false;
    configure(settings);
  };
  const onLoad = () => {
    const told = ownScripts().map(settingsOfScript);
    const [settings = {}, ...others] = told.filter((own) => Object.keys(own).length > 0);
    const isOne = others.every((other) => stableKey(other) === stableKey(settings));
    settle(isOne ? settings : {});
    if (!isOne)
      warnOnce(
        `tinybird-chart: tags of ${file} have different data-* attributes, so none counts. Keep one.`,
      );
  };
  for (const script of ownScripts()) {
    // Its data-clerk-publishable-key must not pass for Clerk's own script tag.
    script.setAttribute('data-tinybird-chart', '');
    // In the task that has registered the tags, so before anything is painted.
    script.addEventListener('load', onLoad, {once: true});
    areDue = true;
  }
  // A tag that the page's policy has stopped says nothing, when the script came another way.
  if (areDue) systemClock.setTimer(() => areDue && settle({}), 0);
}

function settingsOfScript(script: HTMLScriptElement): PageSettings {
  const settings: Record<string, unknown> = {};
  for (const key of ATTRIBUTE_SETTINGS) {
    const text = script.getAttribute(`data-${attributeOf(key)}`);
    if (text !== null) settings[key] = readAttribute(key, text);
  }
  const hosts = listAttribute.fromAttribute?.(script.getAttribute('data-allowed-hosts'), undefined);
  return {...settings, ...(Array.isArray(hosts) ? {allowedHosts: hosts as string[]} : {})};
}
