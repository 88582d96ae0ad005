import {DatafileError} from './datafile-error.js';
import type {DatafileToken} from './pipe-file.js';
import {commandText, commandWords, type DatafileCommand} from './scan-datafile.js';

/**
 * Reads `TOKEN "<name>" READ|APPEND`.
 *
 * @throws {DatafileError} for another number of arguments or another permission.
 */
export function parseToken(command: DatafileCommand, file: string): DatafileToken {
  const words = commandWords(command, file);
  const [name, permission] = words;
  if (words.length !== 2 || name === undefined || permission === undefined) {
    throw new DatafileError(file, command.line, 'TOKEN gets two params: token name and permission');
  }
  const upper = permission.toUpperCase();
  if (upper !== 'READ' && upper !== 'APPEND') {
    throw new DatafileError(file, command.line, `TOKEN permission "${permission}" is unknown`);
  }
  return {name, permission: upper};
}

/** Reads the comma-separated names of a TAGS line. */
export function parseTags(command: DatafileCommand, file: string): string[] {
  return commandText(command, file)
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

/** Returns a file's name without folder and extension: `endpoints/top.pipe` is `top`. */
export function datafileName(file: string): string {
  const base = file.split(/[/\\]/).at(-1) ?? file;
  return base.replace(/\.[^.]+$/, '');
}
