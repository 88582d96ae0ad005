import {expect} from '@open-wc/testing';
import type {TimeStep} from '../../src/series/series-set.js';
import {toTickText, toTimeText} from '../../src/series/time-text.js';

const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/\u200f/g, '');
const write = (iso: string, step: TimeStep | null, locale: string, zone = 'UTC') =>
  plain(toTimeText(Date.parse(iso), step, zone, locale));

const HOUR: TimeStep = {unit: 'hour', count: 1};
const DAY: TimeStep = {unit: 'day', count: 1};
const WEEK: TimeStep = {unit: 'week', count: 1};
const MONTH: TimeStep = {unit: 'month', count: 1};
const QUARTER: TimeStep = {unit: 'month', count: 3};
const YEAR: TimeStep = {unit: 'year', count: 1};

describe('toTimeText', () => {
  const afternoon = '2025-03-03T14:00Z';
  const monday = '2025-03-03T00:00Z';
  const january = '2025-01-01T00:00Z';
  for (const [what, iso, step, texts] of [
    [
      'an hour from its beginning to its end',
      afternoon,
      HOUR,
      {
        en: 'Mon, Mar 3, 2025, 2:00 – 3:00 PM',
        'en-GB': 'Mon, 3 Mar 2025, 14:00–15:00',
        de: 'Mo., 3. März 2025, 14:00–15:00 Uhr',
        fr: 'lun. 3 mars 2025, 14:00 – 15:00',
        es: 'lun, 3 mar 2025, 14:00–15:00',
        ja: ['2025/3/3(月) 14時00分～15時00分', '2025年3月3日(月) 14時00分～15時00分'],
      },
    ],
    [
      'a day with its weekday',
      monday,
      DAY,
      {
        en: 'Mon, Mar 3, 2025',
        de: 'Mo., 3. März 2025',
        fr: 'lun. 3 mars 2025',
        es: 'lun, 3 mar 2025',
        ja: '2025年3月3日(月)',
        ar: 'الاثنين، ٣ مارس ٢٠٢٥',
      },
    ],
    [
      'a week from its first to its last day',
      monday,
      WEEK,
      {
        en: 'Mar 3 – 9, 2025',
        de: '3.–9. März 2025',
        fr: '3–9 mars 2025',
        es: '3–9 mar 2025',
        ja: ['2025/03/03～2025/03/09', '2025年3月3日～9日'],
      },
    ],
    [
      'a month by its name',
      january,
      MONTH,
      {en: 'January 2025', de: 'Januar 2025', fr: 'janvier 2025', ja: '2025年1月'},
    ],
    [
      'a quarter by its number',
      january,
      QUARTER,
      {
        en: 'Q1 2025',
        'en-GB': 'Q1 2025',
        de: 'Q1 2025',
        fr: 'T1 2025',
        es: 'T1 2025',
        ja: '2025年第1四半期',
      },
    ],
    [
      'a quarter by its months where nobody has said how it is numbered',
      january,
      QUARTER,
      {it: 'gennaio–marzo 2025', 'de-u-nu-arab': 'Januar–März ٢٠٢٥'},
    ],
    ['the last quarter', '2025-10-01T00:00Z', QUARTER, {en: 'Q4 2025'}],
    [
      'a quarter of a business year by its months',
      '2025-02-01T00:00Z',
      QUARTER,
      {en: 'February – April 2025', de: 'Februar–April 2025', es: 'febrero–abril de 2025'},
    ],
    ['a year', january, YEAR, {en: '2025', de: '2025', ja: '2025年'}],
    [
      'five minutes from beginning to end',
      afternoon,
      {unit: 'minute', count: 5},
      {'en-GB': 'Mon, 3 Mar 2025, 14:00–14:05'},
    ],
    [
      'ten years',
      '2010-01-01T00:00Z',
      {unit: 'year', count: 10},
      {en: '2010 – 2019', de: '2010–2019'},
    ],
    ['a single event', '2025-03-03T14:00:05.250Z', null, {'en-GB': '3 Mar 2025, 14:00:05.250'}],
  ] as const) {
    for (const [locale, text] of Object.entries(texts)) {
      it(`writes ${what} in ${locale}`, () => {
        const ar = locale === 'ar' ? 'ar-EG' : locale;
        // Engines do not write every range in the same way.
        expect([text].flat()).to.include(write(iso, step, ar));
      });
    }
  }

  describe('where clocks change', () => {
    for (const [zone, first, second, twice] of [
      ['America/New_York', '2025-11-02T05:00Z', '2025-11-02T06:00Z', '1:00 AM'],
      ['Europe/Berlin', '2025-10-26T00:00Z', '2025-10-26T01:00Z', '2:00 AM'],
      ['Australia/Lord_Howe', '2025-04-05T14:30Z', '2025-04-05T15:00Z', '1:30 AM'],
    ] as const) {
      it(`tells the two hours of ${zone} apart`, () => {
        const texts = [first, second].map((iso) => write(iso, HOUR, 'en', zone));
        expect(texts[0])
          .to.include(twice)
          .and.to.match(/E[DS]T|GMT/);
        expect(texts[1])
          .to.include(twice)
          .and.to.match(/E[DS]T|GMT/);
        expect(texts[0]).not.to.equal(texts[1]);
      });

      it(`tells the ticks of ${zone} apart`, () => {
        const texts = [first, second].map((iso) => toTickText(Date.parse(iso), 'hour', zone, 'en'));
        expect(new Set(texts).size).to.equal(2);
      });
    }

    it('writes the hour before the gap up to the time after it', () => {
      expect(write('2025-03-30T00:00Z', HOUR, 'en-GB', 'Europe/Berlin')).to.equal(
        'Sun, 30 Mar 2025, 01:00–03:00',
      );
    });

    it('writes days of 23 and 25 hours as days', () => {
      const day = (iso: string) => write(iso, DAY, 'en-GB', 'Europe/Berlin');
      expect(day('2025-03-29T23:00Z')).to.equal('Sun, 30 Mar 2025');
      expect(day('2025-10-25T22:00Z')).to.equal('Sun, 26 Oct 2025');
    });

    it('writes weeks with a change in them from Monday to Sunday', () => {
      const week = (iso: string) =>
        write(iso, WEEK, 'en-GB', 'Europe/Berlin').replace(/\s*–\s*/, ' – ');
      expect(week('2025-03-23T23:00Z')).to.equal('24 – 30 Mar 2025');
      expect(week('2025-10-19T22:00Z')).to.equal('20 – 26 Oct 2025');
    });
  });
});
