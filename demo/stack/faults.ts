import type {IncomingMessage, ServerResponse} from 'node:http';
import {setTimeout as wait} from 'node:timers/promises';

import {z} from 'zod';

import {truncateBody} from './http/truncate-body.js';

const ruleSchema = z.strictObject({
  /** Which stand-in; both when absent. */
  server: z.enum(['tinybird', 'clerk']).optional(),
  /** All but preflights when absent. */
  method: z.string().toUpperCase().optional(),
  /** Regular expression on the path without its query. */
  path: z.string().refine(isRegularExpression, 'Expected a regular expression').optional(),
  /** Name or id of a pipe, as it stands in the path. */
  pipe: z.string().optional(),
  /** How many requests it hits before it is spent. */
  times: z.int().positive().optional(),
  /** Share of the matching requests it hits, by a random sequence that `seed` decides. */
  probability: z.number().min(0).max(1).default(1),
  seed: z.int().default(1),

  /** Wait before anything else. */
  latencyMs: z.number().nonnegative().optional(),
  /** Answer this instead. */
  status: z.int().min(200).max(599).optional(),
  body: z.unknown().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  /** `drop` ends the connection; `garbage` is no JSON; `truncate` cuts the real answer in half. */
  fault: z.enum(['drop', 'garbage', 'truncate']).optional(),
  /** How far the server's clock is ahead while the rule is there; matches no requests by itself. */
  clockSkewMs: z.number().optional(),
});

/** A fault as a test or the demo page orders it. */
export type FaultRule = z.input<typeof ruleSchema>;

type ActiveRule = z.output<typeof ruleSchema> & {id: string; hits: number; random: () => number};

/** What a server calls before it answers: on `handled` the answer has been given. */
export interface FaultFilter {
  apply(request: IncomingMessage, response: ServerResponse): Promise<'handled' | 'pass'>;
  /** Sum of the clock skews ordered for this server. */
  readonly clockSkewMs: number;
}

/** Faults to answer with, in the order they were added; the first rule that hits a request decides. */
export class FaultRules {
  #rules: ActiveRule[] = [];
  #added = 0;

  /** Adds a rule and returns its id. @throws {ZodError} when it is malformed. */
  add(rule: unknown): string {
    const parsed = ruleSchema.parse(rule);
    this.#added += 1;
    const id = `fault_${this.#added}`;
    this.#rules.push({...parsed, id, hits: 0, random: seededRandom(parsed.seed)});
    return id;
  }

  /** The rules not yet spent, with how often each has hit. */
  list(): readonly (FaultRule & {id: string; hits: number})[] {
    return this.#rules.map(({random: _random, ...rule}) => rule);
  }

  clear(): void {
    this.#rules = [];
  }

  /** The view one server has of the rules. */
  forServer(server: 'tinybird' | 'clerk'): FaultFilter {
    const rules = (): ActiveRule[] =>
      this.#rules.filter((rule) => rule.server === undefined || rule.server === server);
    return {
      apply: async (request, response) => {
        const rule = rules().find((each) => isHit(each, request));
        if (!rule) return 'pass';
        rule.hits += 1;
        if (rule.hits === rule.times) this.#rules = this.#rules.filter((each) => each !== rule);
        return applyRule(rule, response);
      },
      get clockSkewMs() {
        return rules().reduce((sum, rule) => sum + (rule.clockSkewMs ?? 0), 0);
      },
    };
  }
}

function isHit(rule: ActiveRule, request: IncomingMessage): boolean {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const hasEffect = rule.latencyMs !== undefined || rule.status !== undefined || rule.fault;
  if (!hasEffect) return false;
  if (rule.method ? rule.method !== request.method : request.method === 'OPTIONS') return false;
  if (rule.path !== undefined && !new RegExp(rule.path).test(path)) return false;
  // /v0/pipes/visits.json
  if (rule.pipe !== undefined && /\/pipes\/([^/]+)\.\w+$/.exec(path)?.[1] !== rule.pipe)
    return false;
  return rule.probability === 1 || rule.random() < rule.probability;
}

async function applyRule(rule: ActiveRule, response: ServerResponse): Promise<'handled' | 'pass'> {
  if (rule.latencyMs) await wait(rule.latencyMs);
  if (rule.fault === 'drop') {
    response.destroy();
    return 'handled';
  }
  for (const [name, value] of Object.entries(rule.headers ?? {})) response.setHeader(name, value);
  if (rule.fault === 'garbage') {
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.writeHead(rule.status ?? 200).end('<html>\u0000{"data":[[[');
    return 'handled';
  }
  if (rule.fault === 'truncate') truncateBody(response);
  if (rule.status === undefined) return 'pass';
  const isText = typeof rule.body === 'string';
  response.setHeader('Content-Type', isText ? 'text/plain' : 'application/json; charset=utf-8');
  response.writeHead(rule.status);
  response.end(isText ? rule.body : JSON.stringify(rule.body ?? {error: `Fault ${rule.status}`}));
  return 'handled';
}

function isRegularExpression(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

// Mulberry32, so that a seed gives the same faults on every machine.
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
