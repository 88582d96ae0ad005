import type {AccessToken} from '../auth/token-source.js';
import type {ChartError} from '../errors/chart-error.js';
import {
  InvalidParamsError,
  PipeForbiddenError,
  PipeNotFoundError,
  QueryTimeoutError,
  ServerError,
  TokenRejectedError,
  UnexpectedResponseError,
} from '../errors/request-errors.js';
import {readBodyText} from './body-text.js';
import type {PipeRequest} from './pipe-request.js';
import {readRetryAfterMs} from './rate-limit-headers.js';
import {lengthCauses, paramsCauses} from './params-causes.js';
import type {AttemptAnswer} from './request-attempt.js';
import {regionCause, tokenCauses} from './token-causes.js';

export {rateLimitCauses} from './rate-limit-causes.js';

/**
 * Turns an answer other than 2xx and 429 into the error that says who can fix it. Status and claims
 * decide; the wording of the body is only quoted, without tokens.
 */
export function toResponseError(
  answer: AttemptAnswer,
  request: PipeRequest,
  token: AccessToken,
  nowMs: number,
): ChartError {
  const {status} = answer;
  const {pipe} = request;
  const text = readBodyText(answer.body, token.value);
  const said = text ? `: ${text}` : '.';
  const details = {pipe, status};
  switch (status) {
    case 400:
      return new InvalidParamsError(`Tinybird refused the parameters of "${pipe}"${said}`, {
        ...details,
        causes: paramsCauses(request, token, text),
      });
    case 413:
      return new InvalidParamsError(
        `Tinybird refused the parameters of "${pipe}" as too long${said}`,
        {
          ...details,
          causes: lengthCauses(request),
        },
      );
    case 401:
    case 403:
      return toTokenError(answer, request, token);
    case 404:
      return new PipeNotFoundError(`${request.host} has no endpoint "${pipe}".`, {
        ...details,
        causes: [
          ...regionCause(request),
          `The pipe has another name. Check the name in the workspace.`,
          `The pipe is not published as an endpoint. Check for \`TYPE endpoint\` and deploy.`,
          `The pipe is in another workspace or region. Compare \`host\` with the workspace settings.`,
        ].slice(0, 3),
      });
    case 408:
      return new QueryTimeoutError(`Pipe "${pipe}" ran longer than Tinybird allows.`, details);
  }
  if (status >= 500) {
    const retryAfterMs = readRetryAfterMs(answer.headers, nowMs) ?? undefined;
    return new ServerError(`Tinybird failed on "${pipe}" with ${status}${said}`, {
      ...details,
      retryAfterMs,
    });
  }
  return new UnexpectedResponseError(`Tinybird answered ${status} for "${pipe}"${said}`, details);
}

function toTokenError(answer: AttemptAnswer, request: PipeRequest, token: AccessToken): ChartError {
  const {status, headers} = answer;
  const {pipe} = request;
  const {claims} = token;
  const details = {pipe, status};
  const readable = claims?.scopes.filter(({type}) => type === 'PIPES:READ');
  // Where one side names the pipe by its id, nothing can be told from here.
  const isId = (name: string) => name.startsWith('t_');
  if (
    readable &&
    !isId(pipe) &&
    !readable.some(({resource}) => resource === pipe || isId(resource))
  ) {
    return new PipeForbiddenError(`The token has no PIPES:READ scope for "${pipe}".`, {
      ...details,
      causes: [`Add {"type": "PIPES:READ", "resource": "${pipe}"} to the template's scopes.`],
    });
  }
  return new TokenRejectedError(`Tinybird refused the token for "${pipe}" (${status}).`, {
    ...details,
    causes: tokenCauses(request, token, Date.parse(headers.get('date') ?? '')),
  });
}
