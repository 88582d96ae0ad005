import type {AccessToken} from '../auth/token-source.js';
import type {PipeRequest} from './pipe-request.js';

/**
 * Returns why Tinybird may have refused parameters with `text`, the likeliest first. A single one
 * is proven.
 */
export function paramsCauses(
  {params, pipe}: PipeRequest,
  {claims}: AccessToken,
  text: string,
): readonly string[] {
  const sent = Object.keys(params);
  const lowered = misspelt(sent, text);
  if (lowered) {
    const [given, wanted] = lowered;
    return [
      `The pipe asks for "${wanted}" and got "${given}": HTML turns \`param-*\` names to lower case. Write it in \`params='{"${wanted}": …}'\`.`,
    ];
  }
  const fixed = (claims?.scopes ?? [])
    .filter(({type, resource}) => type === 'PIPES:READ' && resource === pipe)
    .flatMap(({fixedParams}) => Object.keys(fixedParams));
  return [
    `A required parameter is missing. Sent: ${list(sent)}; fixed by the token: ${list(fixed)}. Compare with the pipe, then add \`param-*\`, \`params\` or \`fixed_params\`.`,
    `A value has another type than the pipe expects. Check dates (YYYY-MM-DD), numbers and lists among: ${list(sent)}.`,
    `The pipe itself fails. Run it in the workspace with the same parameters.`,
  ];
}

/** Returns what to shorten where Tinybird refused the length of the parameters. */
export function lengthCauses({params}: PipeRequest): readonly string[] {
  const [longest] = Object.entries(params).sort(
    ([, left], [, right]) => right.length - left.length,
  );
  if (!longest) return [];
  const [name, value] = longest;
  return [
    `The parameters are too long: send less in "${name}", which has ${value.length.toLocaleString('en')} characters.`,
  ];
}

/** A sent name that the text has with capitals, as sent and as wanted; null for none. */
function misspelt(sent: readonly string[], text: string): readonly [string, string] | null {
  // "Check the parameters startDate and test."
  const words: readonly string[] = text.match(/\w+/g) ?? [];
  for (const name of sent) {
    const wanted = words.find(
      (word) => word !== name && word.toLowerCase() === name && !words.includes(name),
    );
    if (wanted) return [name, wanted];
  }
  return null;
}

function list(names: readonly string[]): string {
  return names.length > 0 ? names.join(', ') : 'none';
}
