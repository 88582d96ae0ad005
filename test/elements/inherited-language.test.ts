import {expect} from '@open-wc/testing';
import {inheritedLanguage} from '../../src/elements/inherited-language.js';

describe('the language of an element', () => {
  const element = document.createElement('div');

  const speaks = (language: string) =>
    Object.defineProperty(navigator, 'language', {configurable: true, get: () => language});
  afterEach(() => Reflect.deleteProperty(navigator, 'language'));

  it("is the browser's where no lang is in force", () => {
    speaks('fr-CA');

    expect(inheritedLanguage(element)).to.equal('fr-CA');
  });

  for (const language of ['C', 'en-US@posix', '']) {
    it(`is English where the browser says "${language}"`, () => {
      speaks(language);

      expect(inheritedLanguage(element)).to.equal('en');
    });
  }
});
