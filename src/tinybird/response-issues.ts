import * as z from 'zod/mini';

const answer = z.object({
  meta: z.array(z.object({name: z.string(), type: z.string()})),
  data: z.array(z.record(z.string(), z.unknown())),
});

/** Issues that are listed of one answer. */
const MOST = 5;

/**
 * Lists where JSON differs from a pipe's answer, as `meta.0.type: Invalid input…`: five places at
 * most, none of them with a value. Empty for an answer that is right.
 */
export function responseIssues(json: unknown): readonly string[] {
  const {error} = z.safeParse(answer, json);
  return (error?.issues ?? [])
    .slice(0, MOST)
    .map(({path, message}) => `${path.join('.') || 'body'}: ${message}`);
}
