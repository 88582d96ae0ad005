/**
 * Returns 64 bits of hash as 16 hexadecimal digits: names a text without showing it. Not for
 * signatures.
 */
export function textHash(text: string): string {
  // FNV-1a over UTF-16 units, twice with different offsets.
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ (unit + index), 0x85ebca6b);
  }
  return [low, high].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
