import {z} from 'zod';

/** Checks and completes the options of the Tinybird stand-in. */
export const serverOptionsSchema = z.strictObject({
  /** How requests are counted against a JWT's rps. */
  rateWindow: z.enum(['fixed', 'sliding', 'token-bucket']).default('fixed'),
  /** Whether a preflight counts with the request it precedes. */
  countPreflights: z.boolean().default(false),
  /** Whether pages may read the rate headers, only the network panel shows them, or none are sent. */
  rateHeaders: z.enum(['exposed', 'hidden', 'absent']).default('hidden'),
  retryAfterFormat: z.enum(['seconds', 'http-date']).default('seconds'),
  /** Queries a UTC day for the whole workspace; null for no quota. */
  dailyQueryLimit: z.int().positive().nullable().default(null),
  /** Time a query may take before it is answered with 408. */
  queryTimeoutMs: z.number().positive().default(10_000),
  /** How long browsers keep a preflight's answer; null leaves that to them. */
  corsMaxAgeS: z.int().nonnegative().nullable().default(600),
  /** How far the server's clock is ahead. */
  clockSkewMs: z.number().default(0),
});

/** Options of the Tinybird stand-in that can change while it runs. */
export type ServerOptions = z.output<typeof serverOptionsSchema>;

/** Options in force with some changed. @throws {ZodError} for unknown names and wrong values. */
export function changeOptions(current: ServerOptions, given: unknown): ServerOptions {
  const changes = serverOptionsSchema.partial().parse(given);
  const named = Object.keys(z.record(z.string(), z.unknown()).parse(given));
  // zod fills defaults in even for what was not named.
  const changed = Object.fromEntries(
    Object.entries(changes).filter(([key]) => named.includes(key)),
  );
  return {...current, ...changed};
}
