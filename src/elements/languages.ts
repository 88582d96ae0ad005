// Loaded late: pages in English that change no sentence do without.
import type {Catalogue, MessagesByLanguage, VisitorText} from '../messages/catalogue.js';
import {visitorEnglish} from '../messages/english.js';
import type {Language, LanguageLayer} from '../messages/language.js';

/** The languages shipped beside English, each in a file of its own. */
const CATALOGUES: Readonly<Record<string, () => Promise<Catalogue>>> = {
  de: async () => (await import('../messages/german.js')).german,
  es: async () => (await import('../messages/spanish.js')).spanish,
  fr: async () => (await import('../messages/french.js')).french,
  ja: async () => (await import('../messages/japanese.js')).japanese,
};

/**
 * Returns the words for a reader of `locale`: for `es-MX` the page's own for `es-MX`, then its own
 * for `es`, then the shipped ones, then English. Rejects when a file cannot be loaded.
 */
export async function loadLanguage(
  locale: string,
  given: readonly MessagesByLanguage[],
): Promise<Language> {
  const layers: LanguageLayer[] = [];
  for (const language of new Set([...fallbacksOf(locale), 'en'])) {
    const own = given.flatMap((languages) =>
      Object.keys(languages)
        .filter((tag) => tag.toLowerCase() === language.toLowerCase())
        .map((tag) => ({language, messages: sentencesOf(languages[tag] ?? {})})),
    );
    layers.push(...own.reverse());
    const messages = await CATALOGUES[language]?.();
    if (messages) layers.push({language, messages});
  }
  return {layers, text: textOf(layers)};
}

/** What no layer says is said in English, also where that comes later. */
function textOf(layers: readonly LanguageLayer[]): VisitorText {
  const texts = [...layers]
    .reverse()
    .flatMap(({messages}) => Object.entries(messages))
    .filter(([, message]) => typeof message === 'string');
  return Object.assign(Object.create(visitorEnglish), Object.fromEntries(texts)) as VisitorText;
}

function fallbacksOf(locale: string): string[] {
  const parts = canonical(locale).split('-');
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('-'));
}

function canonical(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** A page's sentences come from scripts without types as well: what is none is left out. */
function sentencesOf(messages: Partial<Catalogue>): Partial<Catalogue> {
  const isSentence = (message: unknown) =>
    typeof message === 'string' ||
    typeof (message as {readonly other?: unknown} | null)?.other === 'string';
  return Object.fromEntries(Object.entries(messages).filter(([, message]) => isSentence(message)));
}
