import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

import {LOCAL_APPEND_TOKEN} from '../../../demo/stack/settings.js';
import {mintTinybirdJwt} from '../../../demo/stack/tinybird/mint-jwt.js';
import {startTinybird} from '../../../demo/stack/tinybird/server.js';

/** A row of an answer. */
export type Row = Readonly<Record<string, unknown>>;

/** Status and rows of an answer; a refusal has no rows. */
export interface Answer {
  status: number;
  rows: readonly Row[];
  columns: readonly string[];
  error: string | undefined;
}

/** The demo project behind the real server, with a year of data. */
export interface RunningProject {
  /** Asks a pipe with a token whose fixed params hold the organization; null leaves `org` out. */
  ask(pipe: string, org: string | null, params?: Record<string, string>): Promise<Answer>;
  /** Asks with a static token instead. */
  askWithToken(pipe: string, token: string): Promise<Answer>;
  /** Appends rows through the Events API. */
  append(datasource: string, rows: readonly object[]): Promise<number>;
  close(): Promise<void>;
}

/** Starts the server on a fresh directory, which takes some seconds. */
export async function startRunningProject(): Promise<RunningProject> {
  const dataDir = mkdtempSync(join(tmpdir(), 'project-'));
  const projectDir = fileURLToPath(new URL('../../../demo/stack/project', import.meta.url));
  const server = await startTinybird({dataDir, projectDir});

  async function request(pipe: string, token: string, query: string): Promise<Answer> {
    const response = await fetch(`${server.url}/v0/pipes/${pipe}.json?${query}`, {
      headers: {authorization: `Bearer ${token}`},
    });
    const body = (await response.json()) as {
      data?: Row[];
      meta?: {name: string}[];
      error?: string;
    };
    return {
      status: response.status,
      rows: body.data ?? [],
      columns: body.meta?.map((column) => column.name) ?? [],
      error: body.error,
    };
  }

  return {
    async ask(pipe, org, params = {}) {
      const scope = {
        type: 'PIPES:READ' as const,
        resource: pipe,
        fixed_params: org === null ? {} : {org},
      };
      const token = await mintTinybirdJwt({claims: {scopes: [scope]}});
      return request(pipe, token, new URLSearchParams(params).toString());
    },
    askWithToken: (pipe, token) => request(pipe, token, ''),
    async append(datasource, rows) {
      const response = await fetch(`${server.url}/v0/events?name=${datasource}`, {
        method: 'POST',
        headers: {authorization: `Bearer ${LOCAL_APPEND_TOKEN}`},
        body: rows.map((row) => JSON.stringify(row)).join('\n'),
      });
      return response.status;
    },
    async close() {
      await server.close();
      rmSync(dataDir, {recursive: true});
    },
  };
}

/** Sum of a column of numbers. */
export function sum(rows: readonly Row[], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0);
}

/** The UTC date so many days back, as YYYY-MM-DD. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
