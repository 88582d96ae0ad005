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

  it('asks the collator about once for each text, not for each of many pairs', () => {
    let asked = 0;
    const collator = new Intl.Collator('en', {numeric: true});
    const texts = Array.from({length: 5000}, (_, at) => `/Päge ${(at * 7919) % 5000}/${at % 13}`);
    const counting: Pick<Intl.Collator, 'compare' | 'resolvedOptions'> = {
      resolvedOptions: () => collator.resolvedOptions(),
      compare: (left: string, right: string) => {
        asked += 1;
        return collator.compare(left, right);
      },
    };
    textRanks(texts, counting);
    expect(asked).to.be.below(5500);
  });

  it('takes no text, and one', () => {
    const collator = new Intl.Collator('en');
    expect([...textRanks([], collator), ...textRanks([''], collator)]).to.deep.equal([0]);
  });
});
