import {expect} from '@open-wc/testing';
import {textRanks} from '../../src/series/text-ranks.js';
import {seededRandom} from '../model/support/seeded-random.js';

/** Pieces of texts that languages put in different places. */
const PIECES = [
  ...[
    'a',
    'A',
    'á',
    'ä',
    'aa',
    'å',
    'b',
    'B',
    'c',
    'ch',
    'CH',
    'd',
    'dz',
    'l',
    'll',
    'ł',
    'n',
    'ñ',
  ],
  ...[
    'o',
    'ö',
    'ø',
    's',
    'ss',
    'ß',
    'z',
    'ž',
    'é',
    'e\u0301',
    'い',
    'ア',
    '山',
    '花',
    '🙂',
    'ע',
    'ب',
  ],
  ...['0', '00', '1', '7', '10', '012', ' ', '-', '_', '/', '.'],
];

function textsOf(count: number, seed: number): string[] {
  const random = seededRandom(seed);
  const piece = () => PIECES[Math.floor(random() * PIECES.length)] ?? '';
  const text = () => Array.from({length: Math.floor(random() * 7)}, piece).join('');
  return [...new Set(Array.from({length: count}, text))];
}

/** A collator that knows how often it has been asked. */
class CountingCollator {
  asked = 0;
  readonly #collator: Intl.Collator;

  constructor(collator: Intl.Collator) {
    this.#collator = collator;
  }

  resolvedOptions() {
    return this.#collator.resolvedOptions();
  }

  compare(left: string, right: string): number {
    this.asked += 1;
    return this.#collator.compare(left, right);
  }
}

describe('textRanks', () => {
  for (const locale of ['en', 'sv', 'da', 'cs', 'es', 'hu', 'de', 'ja', 'zh', 'ar', 'th']) {
    it(`puts texts in the order of ${locale}`, () => {
      const collator = new Intl.Collator(locale, {numeric: true});
      const texts = textsOf(1500, 7);
      const ranks = textRanks(texts, collator);

      const wrong = texts.flatMap((text, at) =>
        texts.slice(at + 1, at + 60).filter((other, away) => {
          const difference = (ranks[at] ?? 0) - (ranks[at + 1 + away] ?? 0);
          return Math.sign(difference) !== Math.sign(collator.compare(text, other));
        }),
      );
      expect(wrong).to.deep.equal([]);
    });
  }

  for (const locale of ['de', 'en', 'es', 'fr', 'it', 'ja', 'ko', 'nl', 'pt', 'zh']) {
    it(`puts each pair of plain characters in the order of ${locale}`, () => {
      const collator = new Intl.Collator(locale, {numeric: true});
      const plain = Array.from({length: 95}, (_, at) => String.fromCharCode(32 + at));
      const random = seededRandom(3);
      const any = () => plain[Math.floor(random() * plain.length)] ?? '';
      const pairs = plain.flatMap((first) => plain.map((second) => first + second));
      const texts = [...pairs, ...pairs.map((pair) => `${any()}${pair}${any()}${any()}`)];
      const ranks = textRanks(texts, collator);

      const order = [...texts.keys()].sort((left, right) => ranks[left]! - ranks[right]!);
      const wrong = order.slice(1).flatMap((text, at) => {
        const before = order[at]!;
        const difference = Math.sign(ranks[before]! - ranks[text]!);
        const wanted = Math.sign(collator.compare(texts[before]!, texts[text]!));
        return difference === wanted ? [] : [[texts[before], texts[text]]];
      });
      expect(wrong).to.deep.equal([]);
    });
  }

  it('orders numbers of more digits than it counts', () => {
    const texts = [`1${'0'.repeat(25)}`, `9${'0'.repeat(24)}`, `2${'0'.repeat(23)}`];
    const ranks = textRanks(texts, new Intl.Collator('en', {numeric: true}));
    expect([...ranks]).to.deep.equal([2, 1, 0]);
  });

  it('ranks texts once that come often', () => {
    const collator = new CountingCollator(new Intl.Collator('en', {numeric: true}));
    const texts = Array.from({length: 5000}, (_, at) => `Päge ${at % 50}`);
    const ranks = textRanks(texts, collator);

    expect([...ranks.slice(0, 50)]).to.deep.equal(Array.from({length: 50}, (_, at) => at));
    expect([...ranks.slice(50, 100)]).to.deep.equal([...ranks.slice(0, 50)]);
    expect(collator.asked).to.be.below(300);
  });

  it('does not ask the collator about plain texts of a plain language', () => {
    const collator = new CountingCollator(new Intl.Collator('en', {numeric: true}));
    textRanks(
      Array.from({length: 5000}, (_, at) => `/Page ${(at * 7919) % 5000}/${at % 13}`),
      collator,
    );
    expect(collator.asked).to.equal(0);
  });

  it('asks the collator about once for each text, not for each of many pairs', () => {
    const collator = new CountingCollator(new Intl.Collator('en', {numeric: true}));
    const texts = Array.from({length: 5000}, (_, at) => `/Päge ${(at * 7919) % 5000}/${at % 13}`);
    textRanks(texts, collator);
    expect(collator.asked).to.be.below(5500);
  });

  it('takes no text, and one', () => {
    const collator = new Intl.Collator('en');
    expect([...textRanks([], collator), ...textRanks([''], collator)]).to.deep.equal([0]);
  });
});
