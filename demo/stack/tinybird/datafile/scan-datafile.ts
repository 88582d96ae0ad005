import {DatafileError} from './datafile-error.js';
import {splitWords} from './split-words.js';

/** One command of a data file with its arguments or its indented block. */
export interface DatafileCommand {
  /** Upper-case command word. */
  readonly name: string;
  readonly line: number;
  /** Text after the command word, without surrounding blanks. */
  readonly rest: string;
  /** Dedented lines after `CMD >`; absent on a one-line command. */
  readonly block?: string;
  /** Line of the file that the block's first line came from. */
  readonly blockLine: number;
}

/** Which commands a file kind knows, and what its error messages call it. */
export interface DatafileGrammar {
  /** Plural kind, such as `pipe`, as in "X is not a valid option in pipe files." */
  readonly kind: 'pipe' | 'datasource';
  readonly isCommand: (name: string) => boolean;
}

/**
 * Splits a data file into commands. `CMD >` opens a block that runs to the next unindented line
 * whose first word is a command of this kind, in any case, or to the end of the file (Tinybird CLI).
 *
 * @throws {DatafileError} for a line that begins with no known command.
 */
export function scanDatafile(
  text: string,
  file: string,
  grammar: DatafileGrammar,
): DatafileCommand[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const commands: DatafileCommand[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = index + 1;
    const content = (lines[index] ?? '').trim();
    index += 1;
    if (content === '' || content.startsWith('#')) continue;
    const word = firstWord(content);
    const name = word.toUpperCase();
    if (!grammar.isCommand(name)) {
      throw new DatafileError(
        file,
        line,
        `${word} is not a valid option in ${grammar.kind} files.`,
      );
    }
    const rest = content.slice(word.length).trim();
    if (!/^>\s*(#.*)?$/.test(rest)) {
      commands.push({name, line, rest, blockLine: line});
      continue;
    }
    const start = index;
    while (index < lines.length && !startsCommand(lines[index] ?? '', grammar)) index += 1;
    commands.push({name, line, rest: '', ...dedent(lines.slice(start, index), start + 1)});
  }
  return commands;
}

/**
 * Returns the shell-like words of a one-line command.
 *
 * @throws {DatafileError} when a quote is not closed.
 */
export function commandWords(command: DatafileCommand, file: string): string[] {
  const words = splitWords(command.rest);
  if (words === null) {
    throw new DatafileError(file, command.line, `${command.name} has a quote without end`);
  }
  return words;
}

/** Returns a command's value as one text: its block, else its words without the outer quotes. */
export function commandText(command: DatafileCommand, file: string): string {
  if (command.block !== undefined) return command.block.trim();
  return commandWords(command, file).join(' ');
}

/** Returns free text as written, for DESCRIPTION, where an apostrophe is no quote. */
export function commandProse(command: DatafileCommand): string {
  if (command.block !== undefined) return command.block.trim();
  const quoted = /^(["'])(.*)\1$/s.exec(command.rest);
  return quoted?.[2] ?? command.rest;
}

/** Returns an unindented line's first word; an indented line has none. */
function firstWord(line: string): string {
  return /^\S+/.exec(line)?.[0] ?? '';
}

function startsCommand(line: string, grammar: DatafileGrammar): boolean {
  return grammar.isCommand(firstWord(line).toUpperCase());
}

function dedent(lines: readonly string[], firstLine: number): {block: string; blockLine: number} {
  let start = 0;
  let end = lines.length;
  while (start < end && lines[start]?.trim() === '') start += 1;
  while (end > start && lines[end - 1]?.trim() === '') end -= 1;
  const kept = lines.slice(start, end);
  const indents = kept.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = indents.length === 0 ? 0 : Math.min(...indents);
  return {
    block: kept.map((line) => line.slice(indent)).join('\n'),
    blockLine: firstLine + start,
  };
}
