// Making a formatter to see whether a name is known costs some fifty microseconds, and every update
// of every chart asks: so answers are kept. Names come from attributes, hence the bound.

const MAX_KNOWN = 100;
const known = new Map<string, boolean>();

/** Tells whether Intl knows the IANA zone `timeZone`. */
export function isTimeZone(timeZone: string): boolean {
  return isKnown(`zone ${timeZone}`, () => new Intl.DateTimeFormat('en-US', {timeZone}));
}

/** Tells whether `locale` is a well-formed language tag (BCP 47). */
export function isLocale(locale: string): boolean {
  return isKnown(`locale ${locale}`, () => Intl.getCanonicalLocales(locale));
}

let ownTimeZone: string | undefined;

/** Zone of the machine, as it was when the page first asked. */
export function viewerTimeZone(): string {
  return (ownTimeZone ??= new Intl.DateTimeFormat().resolvedOptions().timeZone);
}

function isKnown(key: string, attempt: () => unknown): boolean {
  let isValid = known.get(key);
  if (isValid !== undefined) return isValid;
  try {
    attempt();
    isValid = true;
  } catch {
    isValid = false;
  }
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(key, isValid);
  return isValid;
}
