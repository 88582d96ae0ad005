import type {TokenClaims} from '../auth/token-source.js';
import {LASTING_AFTER_MS, type PaceFigures} from './pace-bucket.js';

/** Returns why requests were refused with 429, the likeliest first, at most three. */
export function rateLimitCauses(
  pace: PaceFigures | null,
  claims: TokenClaims | null,
): readonly string[] {
  const refusedForMs = pace?.refusedForMs ?? 0;
  const quota =
    refusedForMs >= LASTING_AFTER_MS
      ? [
          `Nothing but refusals for ${Math.floor(refusedForMs / 60_000)} minutes: the plan's daily quota of queries may be used up (1,000 on the free plan). Check the usage in the workspace; lengthen \`refresh-interval\`. It is tried again every five minutes.`,
        ]
      : [];
  const {name = null, subject = null, requestsPerSecond = null} = claims ?? {};
  const isEverybodys = name !== null && subject !== null && !name.includes(subject);
  const shared = isEverybodys
    ? [
        `The token's \`name\`, "${name.slice(0, 40)}", has no user in it: all visitors with it share one limit. Put {{user.id}} into the \`name\` of the JWT template.`,
      ]
    : [];
  return [
    ...quota,
    ...shared,
    requestsPerSecond !== null && requestsPerSecond > 0
      ? `Other pages or devices use the same limit of ${requestsPerSecond} a second. Raise \`limits.rps\` in the JWT template if the plan allows it.`
      : 'The plan limits queries a second. Set `limits.rps` in the JWT template, so that charts keep to it by themselves.',
  ];
}
