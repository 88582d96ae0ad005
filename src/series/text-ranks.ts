import {sortPart} from './sort-part.js';
import {type TextOrder, toUnits, type TextUnits} from './text-units.js';

/** Bits of a whole number that a double holds exactly. */
const EXACT_BITS = 53;

/** Texts that are put in order one by one; of more, beginnings are sorted as numbers. */
const FEW = 12;

/** Texts that tell whether most are like others: then each is sorted once. */
const SAMPLE = 4096;

/**
 * Returns a number for each text: smaller for what the collator puts first, the same where it sees
 * no difference. A collator alone would compare a million times for a hundred thousand texts. So
 * their characters, as numbers, bring them into order, and the collator only looks it through.
 */
export function textRanks(texts: readonly string[], collator: TextOrder): Uint32Array {
  if (new Set(texts.slice(0, SAMPLE)).size > Math.min(SAMPLE, texts.length) / 2)
    return ranksOfMany(texts, collator);
  const places = new Map<string, number>();
  const placeOf = Uint32Array.from(texts, (text) => {
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  });
  const ranks = ranksOfMany([...places.keys()], collator);
  return placeOf.map((place) => ranks[place] ?? 0);
}

function ranksOfMany(texts: readonly string[], collator: TextOrder): Uint32Array {
  const units = toUnits(texts, collator);
  const compare = (left: number, right: number) =>
    texts[left] === texts[right] ? 0 : collator.compare(texts[left] ?? '', texts[right] ?? '');
  const order = orderByUnits(units, compare);
  const look = (left: number, right: number) =>
    compareUnits(units, left, right, 0) || compare(left, right);
  if (units.areSure) return ranksOf(order, look, false) ?? order;
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

/** Compares two texts from their unit at `depth` on. */
function compareUnits(
  {units, starts}: TextUnits,
  left: number,
  right: number,
  depth: number,
): number {
  let at = (starts[left] ?? 0) + depth;
  let other = (starts[right] ?? 0) + depth;
  const [end, otherEnd] = [starts[left + 1] ?? 0, starts[right + 1] ?? 0];
  while (at < end && other < otherEnd && units[at] === units[other]) {
    at += 1;
    other += 1;
  }
  return (at < end ? (units[at] ?? 0) : 0) - (other < otherEnd ? (units[other] ?? 0) : 0);
}

/** Puts texts in the order of their units, and those without a difference in that of `settle`. */
function orderByUnits(
  texts: TextUnits,
  settle: (left: number, right: number) => number,
): Uint32Array {
  const {units, starts, radix} = texts;
  const count = starts.length - 1;
  const places = 2 ** Math.ceil(Math.log2(count + 1));
  const width = Math.floor((EXACT_BITS - Math.log2(places)) / Math.log2(radix));
  const beginningOf = (key: number) => Math.floor(key / places);
  const order = new Uint32Array(count).map((_, at) => at);
  const keys = new Float64Array(count);
  const startOf = (text: number) => starts[text] ?? 0;
  const compare = (left: number, right: number, depth: number) =>
    compareUnits(texts, left, right, depth) || settle(left, right);

  /** Units that texts have in common from `depth` on. */
  const alike = (from: number, to: number, depth: number): number => {
    const first = startOf(order[from] ?? 0) + depth;
    let shared = startOf((order[from] ?? 0) + 1) - first;
    for (let at = from + 1; at < to && shared > 0; at += 1) {
      const text = order[at] ?? 0;
      const start = startOf(text) + depth;
      const most = Math.min(shared, startOf(text + 1) - start);
      for (shared = 0; shared < most && units[start + shared] === units[first + shared];)
        shared += 1;
    }
    return shared;
  };

  const sort = (from: number, to: number, reached: number): void => {
    if (to - from <= FEW) {
      sortPart(order, from, to, (left, right) => compare(left, right, reached));
      return;
    }
    const depth = reached + alike(from, to, reached);
    // The last digits say whose beginning it is: numbers alone are sorted without a call for a pair.
    let hasMore = false;
    for (let at = from; at < to; at += 1) {
      const text = order[at] ?? 0;
      const [start, end] = [startOf(text) + depth, startOf(text + 1)];
      let key = 0;
      for (let next = start; next < start + width; next += 1)
        key = key * radix + (next < end ? (units[next] ?? 0) : 0);
      keys[at] = key * places + text;
      hasMore ||= end > start;
    }
    if (!hasMore) {
      sortPart(order, from, to, (left, right) => compare(left, right, depth));
      return;
    }
    keys.subarray(from, to).sort();
    let [first, beginning] = [from, beginningOf(keys[from] ?? 0)];
    for (let at = from; at < to; at += 1) {
      const key = keys[at] ?? 0;
      order[at] = key - beginningOf(key) * places;
    }
    for (let at = from + 1; at <= to; at += 1) {
      const next = at < to ? beginningOf(keys[at] ?? 0) : -1;
      if (next === beginning) continue;
      if (at - first > 1) sort(first, at, depth + width);
      [first, beginning] = [at, next];
    }
  };
  if (width > 0) sort(0, count, 0);
  return order;
}
