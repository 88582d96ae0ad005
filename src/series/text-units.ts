/** Digits of a number, which stand before them so that it goes by its value; longer ones are alike. */
const MOST_DIGITS = 24;

const CODE_UNITS = 65_536;
const [ZERO, NINE] = [48, 57];

/** Text without accents, other scripts and characters that do not print. */
const ASCII = /^[ -~]*$/;

/** Languages in which each character of ASCII has a place of its own, whatever stands beside it. */
const PLAIN_LANGUAGES = /^(de|en|es|fr|it|ja|ko|nl|pt|zh)(-|$)/;

/** What of a collator is used. */
export type TextOrder = Pick<Intl.Collator, 'compare' | 'resolvedOptions'>;

/** Texts as numbers that compare like their characters. */
export interface TextUnits {
  /** Numbers below `radix`, from 1; those of a text begin at its place in `starts`. */
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
  readonly radix: number;
  /** True where texts of different units are in the order of the collator for sure. */
  readonly areSure: boolean;
}

/** Returns the characters of texts as numbers; those of accents and letters of both cases are alike. */
export function toUnits(texts: readonly string[], collator: TextOrder): TextUnits {
  // Characters are read far faster from one text than from many.
  const all = texts.join('');
  const ranks = rankCharacters(all, collator);
  const zero = ranks[ZERO] ?? 0;
  // A number says first how long it is.
  const units = new Uint16Array(3 * all.length);
  const starts = new Uint32Array(texts.length + 1);
  let end = 0;
  let at = 0;
  let longest = 0;
  for (let number = 0; number < texts.length; number += 1) {
    const textEnd = at + (texts[number]?.length ?? 0);
    let digits = 0;
    let lengthAt = 0;
    let isZero = false;
    for (; at < textEnd; at += 1) {
      const code = all.charCodeAt(at);
      const rank = ranks[code] ?? 0;
      if (code < ZERO || code > NINE) digits = 0;
      else {
        if (digits === 0) {
          units[end++] = zero;
          lengthAt = end++;
          digits = 1;
        } else if (digits === 1 && isZero) {
          // Zeros in front do not count.
          end -= 1;
        } else digits += 1;
        isZero = code === ZERO;
        units[lengthAt] = Math.min(digits, MOST_DIGITS);
        longest = Math.max(longest, digits);
      }
      if (rank > 0) units[end++] = rank;
    }
    starts[number + 1] = end;
  }
  const most = ranks.reduce((highest, rank) => Math.max(highest, rank), MOST_DIGITS);
  const areSure = longest <= MOST_DIGITS && ASCII.test(all) && isPlain(collator);
  return {units, starts, radix: most + 1, areSure};
}

/** Tells whether the collator orders texts by one character after another. */
function isPlain(collator: TextOrder): boolean {
  const {locale, numeric, collation, ignorePunctuation} = collator.resolvedOptions();
  return numeric && !ignorePunctuation && collation === 'default' && PLAIN_LANGUAGES.test(locale);
}

/** Characters by their place in the language, the same for all forms of a letter; 0 for no place. */
function rankCharacters(all: string, exact: TextOrder): Uint16Array {
  const {locale, numeric} = exact.resolvedOptions();
  const collator = new Intl.Collator(locale, {numeric, sensitivity: 'base'});
  const ranks = new Uint16Array(CODE_UNITS);
  for (let at = 0; at < all.length; at += 1) ranks[all.charCodeAt(at)] = 1;
  ranks[ZERO] = 1;
  const characters: string[] = [];
  for (let code = 0; code < CODE_UNITS; code += 1)
    if (ranks[code] === 1) characters.push(String.fromCharCode(code));
  characters.sort((left, right) => collator.compare(left, right));
  let [rank, previous] = [0, ''];
  for (const character of characters) {
    if (collator.compare(previous, character) !== 0) rank += 1;
    previous = character;
    ranks[character.charCodeAt(0)] = rank;
  }
  return ranks;
}
