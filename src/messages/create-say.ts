import type {Catalogue, Message, Say} from './catalogue.js';
import {englishDrawing} from './english-drawing.js';
import {english} from './english.js';
import type {Language} from './language.js';

/** Sentences that are there in English. */
const spoken: Partial<Catalogue> = {...english, ...englishDrawing};

/** Adds English sentences, which come with the code that says them. */
export function addEnglish(messages: Partial<Catalogue>): void {
  Object.assign(spoken, messages);
}

/** The one asked for last: charts of a page share their locale, and making one takes long. */
let recent: {readonly locale: string; readonly number: Intl.NumberFormat} | null = null;

/**
 * Returns what says sentences in a language, with numbers as `locale` has them. A sentence that the
 * language lacks is said in English.
 */
export function createSay({layers}: Pick<Language, 'layers'>, locale: string): Say {
  const all = [...layers, {language: 'en', messages: spoken}];
  if (recent?.locale !== locale) recent = {locale, number: new Intl.NumberFormat(locale)};
  const {number} = recent;
  return (key, ...[values]) => {
    const layer = all.find(({messages}) => messages[key] !== undefined);
    const message: Message = layer?.messages[key] ?? key;
    const given: Readonly<Record<string, string | number>> = values ?? {};
    return formOf(message, layer?.language ?? 'en', given['count']).replace(
      /\{(\w+)\}/g,
      (place, name: string) => {
        const value = given[name] ?? place;
        return typeof value === 'number' ? number.format(value) : value;
      },
    );
  };
}

function formOf(message: Message, language: string, count: string | number | undefined): string {
  if (typeof message === 'string') return message;
  const category = new Intl.PluralRules(language).select(Number(count));
  return message[category] ?? message.other;
}
