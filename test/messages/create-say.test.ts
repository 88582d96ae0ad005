import {expect} from '@open-wc/testing';
import {createSay} from '../../src/messages/create-say.js';
import {german} from '../../src/messages/german.js';
import {japanese} from '../../src/messages/japanese.js';
import type {LanguageLayer} from '../../src/messages/language.js';

const sayIn = (locale: string, ...layers: LanguageLayer[]) => createSay({layers}, locale);

describe('createSay', () => {
  it('says English where no language has the sentence', () => {
    expect(sayIn('en')('other')).to.equal('Other');
    expect(sayIn('pt')('moreRows', {count: 2})).to.equal('Show more (2 rows left)');
  });

  it('picks the form of the number', () => {
    const say = sayIn('de', {language: 'de', messages: german});
    expect(say('moreRows', {count: 1})).to.equal('Mehr anzeigen (noch 1 Zeile)');
    expect(say('moreRows', {count: 0})).to.equal('Mehr anzeigen (noch 0 Zeilen)');
    expect(sayIn('ja', {language: 'ja', messages: japanese})('moreRows', {count: 1})).to.equal(
      'さらに表示(残り 1 行)',
    );
  });

  it('writes numbers as the locale has it', () => {
    const say = sayIn('de', {language: 'de', messages: german});
    expect(say('moreRows', {count: 12_345})).to.equal('Mehr anzeigen (noch 12.345 Zeilen)');
  });

  it('takes the nearest language that has the sentence, with its own plural rules', () => {
    const few = {few: '{count} řádky', other: '{count} řádků'};
    const say = sayIn(
      'cs',
      {language: 'cs', messages: {moreRows: few}},
      {language: 'en', messages: {other: 'The rest'}},
    );
    expect(say('moreRows', {count: 3})).to.equal('3 řádky');
    expect(say('moreRows', {count: 5})).to.equal('5 řádků');
    expect(say('other')).to.equal('The rest');
    expect(say('summary.omitted', {count: 1})).to.equal('1 smaller group is left out.');
  });

  it('says values as they are, whatever they look like', () => {
    const say = sayIn('en');
    expect(say('summary.same', {name: '{value} $&', value: '{name}'})).to.equal(
      '{value} $&: {name}.',
    );
  });

  it('leaves a place without a value as it is', () => {
    const say = sayIn('en', {language: 'en', messages: {kept: '{share} of {all}'}});
    expect(say('kept', {share: '9 %'})).to.equal('9 % of {all}');
  });
});
