const STRING = String.raw`'(?:[^'\\\n\r\0]|\\.)*'`;
const NAME = String.raw`\`(?:[^\`\\\n\r\0]|\\.)*\``;
const NUMBER = String.raw`-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|inf|nan)|true|false|NULL`;
const ATOM = `(?:${STRING}|${NUMBER}|to(?:U?Int|Float)\\d+\\(${STRING}\\))`;
const COLUMN = `${NAME}(?:\\.${NAME})*`;
/** Comment lines whose text is one of ours. */
const COMMENT = String.raw`-- (?:max_threads|backend_hint|cache_ttl|activate|disable)(?:: wrong argument| [\w-]+)\n`;

const PLAIN_NAME = String.raw`[A-Za-z_]\w*`;
const CALLED_COLUMN = `(?:${COLUMN}|${PLAIN_NAME}\\(${COLUMN}\\) as ${COLUMN})`;
const WHOLE = new RegExp(
  `^(?:${CALLED_COLUMN}(?:,${CALLED_COLUMN})*|${COMMENT}|${PLAIN_NAME}(?:\\.${PLAIN_NAME})?)$`,
  's',
);

/** True when SQL is one literal, one list of them, quoted names, or one of our comment lines. */
export function isInert(sql: string): boolean {
  if (WHOLE.test(sql)) return true;
  const token = new RegExp(`(${ATOM})|([[(])|([\\])])|,`, 'sy');
  let depth = 0;
  let values = 0;
  for (token.lastIndex = /^a (?:=|in) /.exec(sql)?.[0].length ?? 0; token.lastIndex < sql.length;) {
    const found = token.exec(sql);
    if (!found || (found[0] === ',' && depth === 0)) return false;
    if (depth === 0) values += 1;
    if (found[2] !== undefined) depth += 1;
    if (found[3] !== undefined) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0 && values === 1;
}
