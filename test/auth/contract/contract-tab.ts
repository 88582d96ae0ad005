/** One tab with Clerk, signed in as somebody who is a member of Acme and Globex. */
export interface ContractTab {
  /** Organization of the next sign-in is none, as Clerk has it for members of several. */
  signIn(): Promise<void>;
  signOut(): Promise<void>;
  /** Switches by slug; null is the personal account. With `navigates` the page goes elsewhere. */
  setActive(organization: string | null, options?: {readonly navigates?: boolean}): Promise<void>;
  focus(): Promise<void>;
  blur(): Promise<void>;
  /** Another tab of the same session switches. */
  switchElsewhere(organization: string | null): Promise<void>;
  /** The server ends the session and tells nobody. */
  revoke(): Promise<void>;
  /** The server wants something of the user first, or no more. */
  setPending(isPending: boolean): Promise<void>;
  setLifetime(seconds: number): Promise<void>;
  /** Makes the server refuse requests for template tokens, or grant them again with null. */
  refuseTokens(status: number | null): Promise<void>;
  /** Organization that a template token names, or the status of the refusal as `status 404`. */
  token(options?: {readonly template?: string; readonly skipCache?: boolean}): Promise<string>;
  /** Starts asking for a token and does not wait. */
  startToken(): Promise<void>;
  /** Lets time pass for the tab and for the server. */
  advance(seconds: number): Promise<void>;
  /** Organization that the tab shows, `none`, or `signed out`. */
  shown(): Promise<string>;
  /** Status of the session as the tab shows it. */
  status(): Promise<string>;
  /** Requests for template tokens since the tab was opened. */
  requests(): Promise<number>;
  /** What a listener heard, as `session organization`, repeats left out. */
  heard(): Promise<readonly string[]>;
}
