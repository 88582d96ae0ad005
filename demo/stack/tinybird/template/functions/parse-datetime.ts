/** What each directive of a date format matches; the group is named after the field it fills. */
const DIRECTIVES: Readonly<Record<string, string>> = {
  Y: '(?<year>\\d{4})',
  y: '(?<shortYear>\\d{2})',
  m: '(?<month>1[0-2]|0[1-9]|[1-9])',
  d: '(?<day>3[01]|[12]\\d|0[1-9]|[1-9])',
  H: '(?<hour>2[0-3]|[01]\\d|\\d)',
  M: '(?<minute>[0-5]\\d|\\d)',
  S: '(?<second>[0-5]\\d|6[01]|\\d)',
  f: '(?<fraction>\\d{1,6})',
  z: '(?<zone>Z|[+-]\\d{2}:?\\d{2})',
  '%': '%',
};

/**
 * Reads text by a Python `strptime` format; literal text matches in any case. Returns milliseconds
 * since 1970 as if in UTC (with `%z`: in UTC), or null when the text does not fit or the format has
 * a directive beyond `%Y %y %m %d %H %M %S %f %z %%`.
 */
export function parseDatetime(text: string, format: string): number | null {
  const pattern = formatPattern(format);
  const fields = pattern?.exec(text)?.groups;
  if (!fields) return null;
  const shortYear = Number(fields.shortYear ?? 0);
  const year = Number(fields.year ?? (fields.shortYear === undefined ? 1900 : 2000 + shortYear));
  const month = Number(fields.month ?? 1);
  const day = Number(fields.day ?? 1);
  const fractionMs = Number(`0.${fields.fraction ?? 0}`) * 1000;
  const date = new Date(0);
  // Two-digit years are no shorthand here, so Date.UTC would misread year 50.
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1) return null;
  date.setUTCHours(
    Number(fields.hour ?? 0),
    Number(fields.minute ?? 0),
    Number(fields.second ?? 0),
  );
  return date.getTime() + fractionMs - zoneOffsetMs(fields.zone);
}

function formatPattern(format: string): RegExp | null {
  let source = '';
  for (let at = 0; at < format.length; at += 1) {
    const char = format.charAt(at);
    if (char === '%') {
      at += 1;
      const directive = DIRECTIVES[format.charAt(at)];
      if (directive === undefined || (directive !== '%' && source.includes(directive))) return null;
      source += directive;
    } else if (/\s/.test(char)) source += '\\s+';
    else source += char.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
  }
  return new RegExp(`^${source}$`, 'i');
}

/** `+02:00`, `-0330` or `Z` in milliseconds. */
function zoneOffsetMs(zone: string | undefined): number {
  if (zone === undefined || /^z$/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -1 : 1) * minutes * 60_000;
}
