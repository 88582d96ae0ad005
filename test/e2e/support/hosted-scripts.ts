import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {bundleFolder} from '../../serve-bundle.js';
import type {IntegrityList} from '../../build/integrity.js';
import type {PageHost} from './page-host.js';

/** How a folder of scripts differs from the built one. */
export interface HostedScripts {
  /** Changes the text of a file. @default as it is */
  readonly change?: (text: string, file: string) => string;
  /** @default none, so that other origins may not load them */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the build has written about the scripts. */
export function integrityList(): IntegrityList {
  return JSON.parse(readFileSync(join(bundleFolder, 'integrity.json'), 'utf8')) as IntegrityList;
}

/** The tags that the build has written, for scripts in another folder. */
export function integrityTags(folder: string): string {
  const tags = readFileSync(join(bundleFolder, 'snippet.html'), 'utf8');
  return tags.replaceAll(`"${integrityList().base}`, `"${folder}/`);
}

/** Puts all built scripts into a folder of the host; returns the folder's address. */
export function hostScripts(host: PageHost, folder: string, how: HostedScripts = {}): string {
  const {change = (text) => text, headers = {}} = how;
  for (const {file} of integrityList().files)
    host.put(`${folder}/${file}`, {
      body: change(readFileSync(join(bundleFolder, file), 'utf8'), file),
      headers: {'content-type': 'text/javascript; charset=utf-8', ...headers},
    });
  return `${host.origin}${folder}`;
}
