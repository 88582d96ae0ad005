import {LruMap} from '../lib/lru-map.js';

/** Regions whose week begins on Saturday or Sunday (Unicode CLDR); elsewhere it is Monday. */
const SATURDAY = 'AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY';
const SUNDAY =
  'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW';

interface WeekLocale extends Intl.Locale {
  getWeekInfo?(): {readonly firstDay: number};
  readonly weekInfo?: {readonly firstDay: number};
}

const known = new LruMap<string, number>(8);

/** Returns the day on which weeks begin where `locale` is spoken: 1 for Monday to 7 for Sunday. */
export function weekStart(locale: string): number {
  return known.getOrCreate(locale, () => readWeekStart(locale));
}

function readWeekStart(locale: string): number {
  const found = new Intl.Locale(locale) as WeekLocale;
  const {firstDay} = found.getWeekInfo?.() ?? found.weekInfo ?? {};
  if (firstDay) return firstDay;
  const region = found.maximize().region ?? '';
  return SATURDAY.includes(region) ? 6 : SUNDAY.includes(region) ? 7 : 1;
}
