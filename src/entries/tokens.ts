// Makes Tinybird's tokens on servers (Node, Deno, Bun, edge), for apps without Clerk's templates.
export {signTinybirdToken, type TinybirdTokenOptions} from './tokens/sign-tinybird-token.js';
export type {FixedParams, TinybirdScope} from './tokens/token-scopes.js';
export {TokenOptionError} from './tokens/token-option-error.js';
export {ChartError, isChartError} from '../errors/chart-error.js';
