/** Bits of a whole number that a double holds exactly. */
const EXACT_BITS = 53;

/** Texts that are put in order one by one; of more, beginnings are sorted as numbers. */
const FEW = 12;

/** Digits of a number, which stand before them so that it goes by its value; longer ones are alike. */
const MOST_DIGITS = 24;

/** What of a collator is used. */
type TextOrder = Pick<Intl.Collator, 'compare' | 'resolvedOptions'>;

const CODE_UNITS = 65_536;
const [ZERO, NINE] = [48, 57];

/**
 * Returns a number for each text: smaller for what the collator puts first, the same where it sees
 * no difference. A collator alone would compare a million times for a hundred thousand texts. So
 * their characters, as numbers, bring them into order, and the collator only looks it through.
 */
export function textRanks(texts: readonly string[], collator: TextOrder): Uint32Array {
  const compare = (left: number, right: number) =>
    collator.compare(texts[left] ?? '', texts[right] ?? '');
  const order = orderByCharacters(texts, collator);
  // Some languages take two characters for one: these are sorted pair by pair.
  return ranksOf(order, compare, true) ?? ranksOf(order.sort(compare), compare, false) ?? order;
}

/** Null where the order has to be checked and is not that of `compare`. */
function ranksOf(
  order: Uint32Array,
  compare: (left: number, right: number) => number,
  isChecked: boolean,
): Uint32Array | null {
  const ranks = new Uint32Array(order.length);
  let rank = 0;
  for (let at = 1; at < order.length; at += 1) {
    const text = order[at] ?? 0;
    const difference = compare(order[at - 1] ?? 0, text);
    if (isChecked && difference > 0) return null;
    if (difference !== 0) rank += 1;
    ranks[text] = rank;
  }
  return ranks;
}

function orderByCharacters(texts: readonly string[], collator: TextOrder): Uint32Array {
  const {units, starts, radix} = toUnits(texts, collator);
  const count = texts.length;
  const width = Math.floor((EXACT_BITS - Math.log2(count + 1)) / Math.log2(radix));
  const order = new Uint32Array(count).map((_, at) => at);
  const keys = new Float64Array(count);
  const startOf = (text: number) => starts[text] ?? 0;
  const compare = (left: number, right: number, depth: number): number => {
    let [at, other] = [startOf(left) + depth, startOf(right) + depth];
    const [end, otherEnd] = [startOf(left + 1), startOf(right + 1)];
    while (at < end && other < otherEnd && units[at] === units[other])
      [at, other] = [at + 1, other + 1];
    const difference =
      (at < end ? (units[at] ?? 0) : 0) - (other < otherEnd ? (units[other] ?? 0) : 0);
    return difference || collator.compare(texts[left] ?? '', texts[right] ?? '');
  };

  const insert = (from: number, to: number, depth: number): void => {
    for (let next = from + 1; next < to; next += 1) {
      const text = order[next] ?? 0;
      let at = next;
      for (; at > from && compare(order[at - 1] ?? 0, text, depth) > 0; at -= 1)
        order[at] = order[at - 1] ?? 0;
      order[at] = text;
    }
  };

  const sort = (from: number, to: number, depth: number): void => {
    if (to - from <= FEW) {
      insert(from, to, depth);
      return;
    }
    // The last digits say whose beginning it is: numbers alone are sorted without a call for a pair.
    let hasMore = false;
    for (let at = from; at < to; at += 1) {
      const text = order[at] ?? 0;
      const [start, end] = [startOf(text) + depth, startOf(text + 1)];
      let key = 0;
      for (let next = start; next < start + width; next += 1)
        key = key * radix + (next < end ? (units[next] ?? 0) : 0);
      keys[at] = key * count + text;
      hasMore ||= end > start;
    }
    if (!hasMore) {
      order.subarray(from, to).sort((left, right) => compare(left, right, depth));
      return;
    }
    keys.subarray(from, to).sort();
    let [first, beginning] = [from, Math.floor((keys[from] ?? 0) / count)];
    for (let at = from; at < to; at += 1) order[at] = (keys[at] ?? 0) % count;
    for (let at = from + 1; at <= to; at += 1) {
      const next = at < to ? Math.floor((keys[at] ?? 0) / count) : -1;
      if (next === beginning) continue;
      if (at - first > 1) sort(first, at, depth + width);
      [first, beginning] = [at, next];
    }
  };
  if (width > 0) sort(0, count, 0);
  return order;
}

/** Texts as numbers that compare like their characters, all below `radix`; 0 is for the end. */
function toUnits(texts: readonly string[], collator: TextOrder) {
  const ranks = rankCharacters(texts, collator);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  // A number says first how long it is.
  const units = new Uint16Array(3 * length);
  const starts = new Uint32Array(texts.length + 1);
  let end = 0;
  for (let number = 0; number < texts.length; number += 1) {
    const text = texts[number] ?? '';
    let digits = 0;
    let lengthAt = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const rank = ranks[code] ?? 0;
      const isDigit = code >= ZERO && code <= NINE;
      if (!isDigit) digits = 0;
      else if (digits === 0) {
        units[end++] = ranks[ZERO] ?? 0;
        lengthAt = end++;
        digits = 1;
      } else if (digits === 1 && text.charCodeAt(at - 1) === ZERO) {
        // Zeros in front do not count.
        end -= 1;
      } else digits += 1;
      if (isDigit) units[lengthAt] = Math.min(digits, MOST_DIGITS);
      if (rank > 0) units[end++] = rank;
    }
    starts[number + 1] = end;
  }
  const most = ranks.reduce((highest, rank) => Math.max(highest, rank), MOST_DIGITS);
  return {units, starts, radix: most + 1};
}

/** Characters by their place in the language, the same for all forms of a letter; 0 for no place. */
function rankCharacters(texts: readonly string[], exact: TextOrder): Uint16Array {
  const {locale, numeric} = exact.resolvedOptions();
  const collator = new Intl.Collator(locale, {numeric, sensitivity: 'base'});
  const ranks = new Uint16Array(CODE_UNITS);
  for (const text of texts)
    for (let at = 0; at < text.length; at += 1) ranks[text.charCodeAt(at)] = 1;
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
