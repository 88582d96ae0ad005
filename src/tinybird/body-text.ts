const MAX_LENGTH = 300;

/** Longest body that is looked at: each search for a tag's end may run through all of it. */
const MAX_READ = 10_000;

/** Shortest part of a token that is looked for by itself. */
const MIN_PART = 12;

/**
 * Reads the part of an error body that may be shown: the text in `error` (Tinybird's envelope),
 * else the body itself, on one line, at most 300 characters, without `token` or anything that looks
 * like one. Tinybird errors have been seen to echo the URL they were called with.
 */
export function readBodyText(body: string, token: string): string {
  const line = [token, ...token.split('.').filter((part) => part.length >= MIN_PART)]
    .reduce((text, part) => text.replaceAll(part || '\0', '[token]'), readMessage(body))
    // token=abc, p.eyJ1Ijoi…, eyJhbGciOi….eyJzY29wZXMi….c2lnbmF0dXJl
    .replace(/\btoken=[^\s&"']+/gi, 'token=[token]')
    .replace(/\b(?:p\.)?eyJ[\w-]+(?:\.[\w-]+)*/g, '[token]')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1)}…` : line;
}

function readMessage(body: string): string {
  try {
    const json: unknown = JSON.parse(body);
    if (typeof json === 'string') return json.slice(0, MAX_READ);
    const error = (json as {error?: unknown} | null)?.error;
    if (typeof error === 'string') return error.slice(0, MAX_READ);
  } catch {
    // Proxies answer HTML; its tags say nothing.
    return body.slice(0, MAX_READ).replace(/<[^>]*>/g, ' ');
  }
  return body.slice(0, MAX_READ);
}
