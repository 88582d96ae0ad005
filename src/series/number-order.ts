/** A double is four words of 16 bits, its last bits first on every processor that runs a browser. */
const WORDS = 4;
const WORD_VALUES = 65_536;

const [ALL_BITS, SIGN_BIT] = [0xffff_ffff, 0x8000_0000];

/**
 * Returns the places of numbers from the smallest on, or from the largest on; NaN comes last both
 * ways, and equal numbers keep their order. They are dealt out by their bits, one word after
 * another, so nothing is called for a pair.
 */
export function numberOrder(numbers: Float64Array, isAscending: boolean): Uint32Array {
  const words = toOrderedWords(numbers, isAscending);
  let order = new Uint32Array(numbers.length).map((_, at) => at);
  let dealt = new Uint32Array(numbers.length);
  const ends = new Uint32Array(WORD_VALUES);
  for (let word = 0; word < WORDS; word += 1) {
    ends.fill(0);
    for (let at = word; at < words.length; at += WORDS) {
      const value = words[at] ?? 0;
      ends[value] = (ends[value] ?? 0) + 1;
    }
    // All have the same word: whole numbers, for one, have no last bits.
    if (ends[words[word] ?? 0] === order.length) continue;
    let start = 0;
    for (let value = 0; value < WORD_VALUES; value += 1) {
      const held = ends[value] ?? 0;
      ends[value] = start;
      start += held;
    }
    for (const place of order) {
      const value = words[place * WORDS + word] ?? 0;
      const end = ends[value] ?? 0;
      dealt[end] = place;
      ends[value] = end + 1;
    }
    [order, dealt] = [dealt, order];
  }
  return order;
}

/** The bits of numbers, changed so that they compare as whole numbers in the wanted direction. */
function toOrderedWords(numbers: Float64Array, isAscending: boolean): Uint16Array {
  // Adding 0 makes -0 the same as 0.
  const halves = new Uint32Array(numbers.map((number) => number + 0).buffer);
  const turned = isAscending ? 0 : ALL_BITS;
  for (let at = 0; at < numbers.length; at += 1) {
    const [low, high] = [2 * at, 2 * at + 1];
    if (Number.isNaN(numbers[at])) {
      halves[low] = ALL_BITS;
      halves[high] = ALL_BITS;
      continue;
    }
    const isNegative = (halves[high] ?? 0) >= SIGN_BIT;
    halves[low] = (halves[low] ?? 0) ^ turned ^ (isNegative ? ALL_BITS : 0);
    halves[high] = (halves[high] ?? 0) ^ turned ^ (isNegative ? ALL_BITS : SIGN_BIT);
  }
  return new Uint16Array(halves.buffer);
}
