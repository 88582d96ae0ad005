import {parseJwtClaims, scopesForPipe} from '../../auth/jwt-claims.js';
import {findOrganizationClaims} from '../../auth/organization-claims.js';
import type {TokenClaims} from '../../auth/token-source.js';
import {isWorkspaceId} from '../../tinybird/token-causes.js';
import {ok, problem, type Check} from './check.js';
import {checkTenantValue} from './check-tenant-value.js';
import type {JwtTemplate} from './clerk-api.js';

/** What a template should say. */
export interface TemplateQuestion {
  readonly template: JwtTemplate;
  /** Null where the workspace is not known. */
  readonly workspaceId: string | null;
  readonly pipes: readonly string[];
  /** Null where everybody may read all rows, or it is not known. */
  readonly tenantParam: string | null;
  readonly allRows: boolean;
}

const SHORT_S = 60;
const LONG_S = 3600;
/** As long as `signTinybirdToken` allows. */
const TOO_LONG_S = 86_400;
const RENEW = 'Run `npx tinybird-chart init`, which writes it.';

/** Looks at everything that Clerk tells of a template. */
export function checkTemplate(question: TemplateQuestion): readonly Check[] {
  const {template, pipes} = question;
  const claims = claimsOf(template);
  return [
    checkAlgorithm(template),
    checkWorkspace(claims, question.workspaceId),
    checkLifetime(template),
    ...checkSkew(template),
    checkName(claims),
    checkRate(claims),
    ...pipes.flatMap((pipe) => checkScopes(question, claims, pipe)),
  ];
}

/** The claims of its tokens, shortcodes in place of values. */
function claimsOf({claims, signing_algorithm: alg}: JwtTemplate): TokenClaims {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const parsed = parseJwtClaims(`${part({alg})}.${part(claims)}.`);
  if (!parsed) throw new TypeError('Claims of a template are an object.');
  return parsed;
}

function checkAlgorithm({signing_algorithm: alg, custom_signing_key: isOwn}: JwtTemplate): Check {
  if (isOwn && alg === 'HS256') return ok('algorithm', 'HS256 with a signing key of its own');
  const finding = isOwn ? `it signs ${alg}` : `it signs ${alg} with the key of the application`;
  const fix = `Custom signing key on, algorithm HS256, the workspace admin token as key. ${RENEW}`;
  return problem('algorithm', 'failed', finding, fix);
}

function checkWorkspace({workspaceId}: TokenClaims, expected: string | null): Check {
  const fix = `Set the claim \`workspace_id\` to ${expected ?? 'the id of the workspace'}. ${RENEW}`;
  const failed = (finding: string) => problem('workspace-id', 'failed', finding, fix);
  if (workspaceId === null) return failed('the claim `workspace_id` is missing');
  if (!isWorkspaceId(workspaceId)) return failed('`workspace_id` is no id of a workspace (a UUID)');
  if (expected === null) return ok('workspace-id', workspaceId);
  if (workspaceId !== expected) return failed(`\`workspace_id\` is ${workspaceId}, another one's`);
  return ok('workspace-id', "that of the token's workspace");
}

function checkLifetime({lifetime}: JwtTemplate): Check {
  const finding = `tokens work for ${lifetime} s`;
  if (lifetime > LONG_S) {
    const fix = 'Set the lifetime to 300: nothing takes a token back before its end.';
    return problem('lifetime', lifetime > TOO_LONG_S ? 'failed' : 'warning', finding, fix);
  }
  if (lifetime < SHORT_S) {
    const fix = 'Set the lifetime to 300: each one has to be renewed before its end.';
    return problem('lifetime', 'warning', finding, fix);
  }
  return ok('lifetime', finding);
}

function checkSkew({allowed_clock_skew: seconds}: JwtTemplate): Check[] {
  if (seconds > 0) return [];
  const fix = 'Set the allowed clock skew to 5.';
  const finding = 'none is allowed, so that a new token may be one of the future';
  return [problem('clock-skew', 'warning', finding, fix)];
}

function checkName({name}: TokenClaims): Check {
  const fix = 'Set the claim `name` to tinybird_{{user.id}}_{{org.id}}.';
  if (name === null) return problem('name', 'failed', 'the claim `name` is missing', fix);
  if (name.includes('{{')) return ok('name', name);
  const finding = `"${name}" is everybody's, so that all visitors share one rate limit`;
  return problem('name', 'warning', finding, fix);
}

function checkRate({requestsPerSecond}: TokenClaims): Check {
  if (requestsPerSecond !== null) return ok('rps', `${requestsPerSecond} a second for each name`);
  const finding = 'no limit, so that one visitor can use up the plan';
  return problem('rps', 'warning', finding, 'Set the claim `limits` to {"rps": 10}.');
}

function checkScopes(question: TemplateQuestion, claims: TokenClaims, pipe: string): Check[] {
  const scopes = scopesForPipe(claims, pipe).filter(({resource}) => resource === pipe);
  if (scopes.length === 0) {
    const fix = `Add a scope: {"type": "PIPES:READ", "resource": "${pipe}", …}. ${RENEW}`;
    return [problem('scope', 'failed', 'the template opens it to nobody', fix, pipe)];
  }
  const found = ok('scope', 'PIPES:READ', pipe);
  const {tenantParam, allRows} = question;
  if (allRows) return [found];
  return [
    found,
    ...scopes.map(({fixedParams}) => checkTenantValue(pipe, fixedParams, tenantParam)),
    ...checkOrganization(claims, pipe),
  ];
}

/** The element takes a token only where it names the organization that is active. */
function checkOrganization(claims: TokenClaims, pipe: string): Check[] {
  const text = JSON.stringify(claims.payload);
  const places = findOrganizationClaims(claims, pipe, null);
  if (places.every(({place}) => place !== null)) {
    return [ok('organization', `named by \`${places[0]?.place ?? ''}\``, pipe)];
  }
  const fix = text.includes('{{org.')
    ? 'Add the claim "org_id": "{{org.id}}".'
    : 'Set tenancy="user" on the tag, or add the claim "org_id": "{{org.id}}".';
  const finding = 'nothing says which organization a token is of, and the element refuses it';
  const status = text.includes('{{org.') ? 'failed' : 'warning';
  return [problem('organization', status, finding, fix, pipe)];
}
