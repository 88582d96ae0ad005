/** A JSON value, as a JWT template is written and rendered. */
export type Json =
  null | boolean | number | string | readonly Json[] | {readonly [key: string]: Json};

/** A Clerk JWT template: claims with shortcodes, and what signs them. */
export interface JwtTemplate {
  readonly id: string;
  readonly name: string;
  readonly claims: {readonly [key: string]: Json};
  /** The key of another service, for HS256; null for RS256 with the instance's own. */
  readonly signingKey: string | null;
  readonly lifetimeS: number;
  /** Taken off `nbf`, for verifiers whose clock is behind. */
  readonly clockSkewS: number;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** What the shortcodes may name, by first word: `user`, `org`, `session`… */
export type TemplateContext = Readonly<Record<string, unknown>>;

// `{{ org.slug || 'none' }}`
const SHORTCODE = /\{\{([^{}]*)\}\}/g;
const WHOLE_SHORTCODE = /^\{\{([^{}]*)\}\}$/;
const QUOTED = /^(['"])(.*)\1$/;

/**
 * Fills the shortcodes of a template. A text that is one shortcode becomes the value itself, JSON
 * null where there is none; within a longer text a missing value is written `null` (Clerk docs,
 * JWT templates).
 */
export function renderClaims(claims: Json, context: TemplateContext): Json {
  if (typeof claims === 'string') return renderText(claims, context);
  if (Array.isArray(claims)) return claims.map((item: Json) => renderClaims(item, context));
  if (claims === null || typeof claims !== 'object') return claims;
  return Object.fromEntries(
    Object.entries(claims).map(([key, value]) => [key, renderClaims(value, context)]),
  );
}

function renderText(text: string, context: TemplateContext): Json {
  const whole = WHOLE_SHORTCODE.exec(text)?.[1];
  if (whole !== undefined) return evaluate(whole, context);
  return text.replace(SHORTCODE, (_, expression: string) => {
    const value = evaluate(expression, context);
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}

function evaluate(expression: string, context: TemplateContext): Json {
  let value: Json = null;
  for (const operand of expression.split('||')) {
    value = readOperand(operand.trim(), context);
    if (value !== null && value !== false && value !== '') break;
  }
  return value;
}

function readOperand(operand: string, context: TemplateContext): Json {
  const quoted = QUOTED.exec(operand)?.[2];
  if (quoted !== undefined) return quoted;
  let value: unknown = context;
  for (const key of operand.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return null;
    value = (value as Record<string, unknown>)[key];
  }
  return (value ?? null) as Json;
}
