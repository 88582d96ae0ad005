/** Numbers that are put in order one by one, which is faster than a call for so few. */
const FEW = 12;

/** Sorts the numbers from one place to before another; equal ones keep their order. */
export function sortPart(
  numbers: Uint32Array,
  from: number,
  to: number,
  compare: (left: number, right: number) => number,
): void {
  if (to - from > FEW) {
    numbers.subarray(from, to).sort(compare);
    return;
  }
  for (let next = from + 1; next < to; next += 1) {
    const number = numbers[next] ?? 0;
    let at = next;
    for (; at > from && compare(numbers[at - 1] ?? 0, number) > 0; at -= 1)
      numbers[at] = numbers[at - 1] ?? 0;
    numbers[at] = number;
  }
}
