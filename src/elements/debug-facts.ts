import type {OrganizationClaim} from '../auth/organization-claims.js';
import type {AuthState, TokenScope} from '../auth/token-source.js';
import type {QueryFigures} from '../query/query-figures.js';
import type {QueryRequest} from '../query/query-key.js';
import type {ChartInputs} from './chart-model.js';
import type {ShownState} from './chart-state.js';

/** What an open query tells the diagnosis panel. */
export interface QueryInspection extends QueryFigures {
  readonly request: QueryRequest;
  readonly auth: AuthState;
  /** Scopes of the token that may open the pipe. */
  readonly scopes: readonly TokenScope[];
  /** Where the token names the organization. */
  readonly organization: readonly OrganizationClaim[];
}

/** What a chart tells its diagnosis panel. */
export interface DebugFacts {
  readonly inputs: ChartInputs | null;
  readonly shown: ShownState;
  /** Null while a setting is wrong or nothing has been asked. */
  readonly query: QueryInspection | null;
}
