import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {FaultRule} from '../../../demo/stack/faults.js';
import type {ControlRequest} from '../../../demo/stack/clerk/control.js';
import type {StackDescription} from '../../../demo/stack/stack-description.js';
import {
  type ServerOptions,
  serverOptionsSchema,
} from '../../../demo/stack/tinybird/server-options.js';

/** Name of the variable that holds the origin of a stack already running for all test files. */
export const STACK_ORIGIN_VARIABLE = 'TEST_STACK_ORIGIN';

/** One query or other request that reached the Tinybird stand-in. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly [detail: string]: unknown;
}

/** The stack as tests see it, and the handles to disturb it; all of it goes over HTTP. */
export interface TestStack {
  readonly origin: string;
  readonly description: StackDescription;
  addFault(rule: FaultRule): Promise<void>;
  setTinybirdOptions(options: Partial<ServerOptions>): Promise<void>;
  controlClerk(request: ControlRequest): Promise<void>;
  /** Requests at the Tinybird stand-in since the last reset, oldest first. */
  seenRequests(): Promise<readonly SeenRequest[]>;
  /** Takes back faults, options, Clerk's state and the request log. Call before each test. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Attaches to the stack named by `TEST_STACK_ORIGIN`, else starts one of its own: the built element
 * from dist/cdn when `TEST_SERVE=built`, the sources otherwise.
 */
export async function startTestStack(): Promise<TestStack> {
  const running = process.env[STACK_ORIGIN_VARIABLE];
  if (running) return attach(running, async () => {});
  // Loading it takes seconds, which most test files can do without.
  const {startStack} = await import('../../../demo/stack/stack.js');
  const dataDir = mkdtempSync(join(tmpdir(), 'tinybird-chart-stack-'));
  const serve = process.env['TEST_SERVE'] === 'built' ? 'built' : 'dev';
  const stack = await startStack({dataDir, serve});
  return attach(stack.origin, async () => {
    await stack.close();
    rmSync(dataDir, {recursive: true, force: true});
  });
}

async function attach(origin: string, close: () => Promise<void>): Promise<TestStack> {
  const description = (await send('GET', `${origin}/stack.json`)) as StackDescription;
  const tinybird = description.tinybird.controls;
  const clerk = description.clerk.controls;
  if (!tinybird || !clerk) throw new Error(`The stack at ${origin} has no stand-ins.`);
  // Not those in force: a file that ended early may have left some behind.
  const initialOptions = serverOptionsSchema.parse({});
  return {
    origin,
    description,
    close,
    addFault: async (rule) => {
      await send('POST', tinybird.faults, rule);
    },
    setTinybirdOptions: async (options) => {
      await send('POST', tinybird.options, options);
    },
    controlClerk: async (request) => {
      await send('POST', clerk.control, request);
    },
    seenRequests: async () => (await send('GET', tinybird.requests)) as readonly SeenRequest[],
    reset: async () => {
      await send('DELETE', tinybird.faults);
      await send('POST', tinybird.options, initialOptions);
      await send('POST', clerk.control, {reset: true});
      await send('DELETE', tinybird.requests);
    },
  };
}

async function send(method: string, url: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: {'content-type': 'application/json'},
    }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
