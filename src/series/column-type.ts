import {isTimeZone} from '../lib/intl-names.js';

/** What a chart cares about in a ClickHouse type. */
export type ColumnKind = 'time' | 'number' | 'category' | 'boolean' | 'other';

/** A ClickHouse type, reduced. */
export interface ColumnType {
  readonly kind: ColumnKind;
  readonly nullable: boolean;
  /** Innermost type name, such as `DateTime64`, `Decimal`, `String`, `Array`. */
  readonly base: string;
  /** Zone named in a DateTime type and known to the browser, or null. */
  readonly timeZone: string | null;
  /** True for 64-bit and wider integers, which may be beyond 2^53. */
  readonly isBigInteger: boolean;
}

/** Most wrappers around one type; ClickHouse nests two. */
const MAX_WRAPPERS = 8;

/** Types that wrap another one without changing how a cell looks. */
const WRAPPERS = new Set(['Nullable', 'LowCardinality', 'SimpleAggregateFunction']);

/**
 * Reduces a ClickHouse type (ClickHouse docs, Data types) to what a chart cares about. Unknown
 * types are of kind `other`.
 */
export function parseColumnType(type: string): ColumnType {
  let {name, args} = splitType(type);
  let nullable = false;
  for (let depth = 0; depth < MAX_WRAPPERS && WRAPPERS.has(name) && args.length > 0; depth += 1) {
    nullable ||= name === 'Nullable';
    // SimpleAggregateFunction(sum, UInt64) names its type last, the others have only one.
    ({name, args} = splitType(args.at(-1) ?? ''));
  }
  const quoted = name === 'DateTime' ? args[0] : name === 'DateTime64' ? args[1] : undefined;
  const zone = quoted?.replace(/^'|'$/g, '');
  return {
    kind: kindOf(name),
    nullable: nullable || name === 'Nothing',
    base: name,
    timeZone: zone && isTimeZone(zone) ? zone : null,
    isBigInteger: /^U?Int(64|128|256)$/.test(name),
  };
}

function kindOf(name: string): ColumnKind {
  if (/^(Date|Date32|DateTime|DateTime64)$/.test(name)) return 'time';
  if (/^(U?Int\d+|B?Float\d+|Decimal\d*)$/.test(name)) return 'number';
  if (/^(String|FixedString|Enum\d*|UUID|IPv4|IPv6)$/.test(name)) return 'category';
  return name === 'Bool' ? 'boolean' : 'other';
}

/** Splits `Decimal(18, 4)` into its name and its arguments at the outermost commas. */
function splitType(type: string): {name: string; args: string[]} {
  const text = type.trim();
  const open = text.indexOf('(');
  if (open < 0 || !text.endsWith(')')) return {name: text, args: []};
  const args: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = open + 1;
  for (let at = start; at < text.length - 1; at += 1) {
    const character = text[at];
    if (quoted && character === '\\') at += 1;
    else if (character === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === ',' && depth === 0) {
      args.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  args.push(text.slice(start, -1).trim());
  return {name: text.slice(0, open), args};
}
