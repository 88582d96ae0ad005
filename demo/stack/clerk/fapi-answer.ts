/** What a route gives back; the server turns it into Clerk's envelope. */
export type FapiAnswer =
  | {readonly kind: 'resource'; readonly response: unknown; readonly piggyback: boolean}
  | {readonly kind: 'bare'; readonly body: unknown};

/** Answers `{response, client}`; `client` carries the browser's sessions on every non-GET. */
export function resource(response: unknown): FapiAnswer {
  return {kind: 'resource', response, piggyback: true};
}

/** Answers `{response, client: null}`, as sign-out does. */
export function resourceAlone(response: unknown): FapiAnswer {
  return {kind: 'resource', response, piggyback: false};
}

/** Answers a body without the envelope. */
export function bare(body: unknown): FapiAnswer {
  return {kind: 'bare', body};
}

/** A list in the shape of Clerk's paginated endpoints. */
export function page(items: readonly unknown[], query: URLSearchParams): FapiAnswer {
  const offset = Number(query.get('offset') ?? 0);
  const limit = Number(query.get('limit') ?? 10);
  return resource({data: items.slice(offset, offset + limit), total_count: items.length});
}

/** A refusal in the shape of Clerk's error bodies: `{errors: [{code, message, …}]}`. */
export class FapiError extends Error {
  override readonly name = 'FapiError';
  readonly status: number;
  readonly code: string;
  readonly meta: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, message: string, meta: Record<string, unknown> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.meta = meta;
  }

  toJSON(): unknown {
    const {code, message, meta} = this;
    return {errors: [{code, message, long_message: message, meta}]};
  }
}

/** The 404 of an unknown resource. */
export function notFound(what: string): FapiError {
  return new FapiError(404, 'resource_not_found', `${what} was not found.`);
}

/** The 401 of a request without a usable session. */
export function unauthenticated(): FapiError {
  return new FapiError(401, 'authentication_invalid', 'Unable to authenticate the request.');
}
