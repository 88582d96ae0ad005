/** Longest name without date and ending; file systems take 255 bytes. */
const MAX_CHARS = 60;

/** What no file system, or not every one, takes in a name: also marks that turn its direction. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|#%]+/gu;

/** Returns a name such as `Visits over time 2026-03-04.csv`, whatever the title holds. */
export function fileName(title: string, day: Date, kind: string): string {
  const words = title.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ');
  const cut = Array.from(words.trim()).slice(0, MAX_CHARS).join('');
  const name = cut.replace(/^[. ]+|[. ]+$/g, '') || 'chart';
  const pad = (number: number) => String(number).padStart(2, '0');
  const date = `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
  return `${name} ${date}.${kind}`;
}
