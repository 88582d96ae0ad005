import {expect} from '@open-wc/testing';
import type {Catalogue, Message} from '../../src/messages/catalogue.js';
import {englishDrawing} from '../../src/messages/english-drawing.js';
import {englishLate} from '../../src/messages/english-late.js';
import {englishQuery} from '../../src/messages/english-query.js';
import {english} from '../../src/messages/english.js';
import {french} from '../../src/messages/french.js';
import {german} from '../../src/messages/german.js';
import {japanese} from '../../src/messages/japanese.js';
import {spanish} from '../../src/messages/spanish.js';

const source: Catalogue = {...english, ...englishQuery, ...englishDrawing, ...englishLate};
const catalogues = {de: german, es: spanish, fr: french, ja: japanese};

/** Texts that are the same word in both languages. */
const SAME = new Set([
  'Details',
  'Offline',
  'Heatmap',
  'Sparkline',
  'Total',
  '{chart}.',
  '{name}: {value}.',
  '{name}: {value}, {change} {versus}.',
]);

const formsOf = (message: Message) =>
  typeof message === 'string' ? {other: message} : (message as Record<string, string>);
const placesOf = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe('English', () => {
  it('says every key once, in the first script or with the drawings', () => {
    const both = Object.keys({...english, ...englishQuery}).filter((key) => key in englishDrawing);
    expect(both).to.deep.equal([]);
  });
});

for (const [language, catalogue] of Object.entries(catalogues)) {
  describe(`the catalogue of ${language}`, () => {
    it('has the keys of English, each of them', () => {
      expect(Object.keys(catalogue).sort()).to.deep.equal(Object.keys(source).sort());
    });

    it('has the plural forms that the language needs, and no others', () => {
      const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const [key, message] of Object.entries(catalogue) as [string, Message][]) {
        if (typeof message === 'string') continue;
        // The forms for millions ("de" between number and noun) are left to the general one.
        const usual = needed.filter((category) => category !== 'many');
        const isNeutral = Object.keys(message).join() === 'other';
        if (!isNeutral) expect(Object.keys(message).sort(), key).to.deep.equal(usual.sort());
      }
    });

    for (const key of Object.keys(source) as (keyof Catalogue)[]) {
      it(`has the places of English in "${key}", in every form`, () => {
        const wanted = placesOf(formsOf(source[key])['other'] ?? '');
        for (const text of Object.values(formsOf(catalogue[key])))
          expect(placesOf(text)).to.deep.equal(wanted);
      });
    }

    it('leaves nothing in English', () => {
      const texts = Object.entries(source).flatMap(([key, message]) =>
        Object.values(formsOf(message)).map((text) => [key, text] as const),
      );
      const left = texts.filter(
        ([key, text]) =>
          !SAME.has(text) &&
          Object.values(formsOf(catalogue[key as keyof Catalogue])).includes(text),
      );
      expect(left).to.deep.equal([]);
    });
  });
}
