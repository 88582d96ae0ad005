import {parseExpression} from './parse-expression.js';
import {parseFor, parseSet} from './parse-tag.js';
import type {Block, Statement} from './statement.js';
import {TemplateError} from './template-error.js';
import {tokenizeTemplate, type TemplateToken} from './tokenize-template.js';

type Tag = Extract<TemplateToken, {kind: 'tag'}>;
/** A block's body and the tag that ended it. */
interface BlockEnd {
  readonly body: Block;
  readonly word: string;
  readonly rest: string;
  readonly line: number;
}

const FORBIDDEN = new Set(
  'extends include import from autoescape raw module apply block super'.split(' '),
);
const INTERMEDIATE: Readonly<Record<string, readonly string[]>> = {
  else: ['if', 'elif', 'for', 'while', 'except'],
  elif: ['if', 'elif'],
  except: ['try'],
  finally: ['try', 'except', 'else of try'],
};

/**
 * Parses template source (with its leading `%` already replaced) into statements.
 *
 * @throws {TemplateError} with the line for syntax errors and blocks without `{% end %}`.
 */
export function parseTemplate(source: string): Block {
  const parser = new TemplateParser(tokenizeTemplate(source));
  return parser.parseAll();
}

class TemplateParser {
  readonly #tokens: readonly TemplateToken[];
  #at = 0;
  #loopDepth = 0;
  #whitespace = 'all';

  constructor(tokens: readonly TemplateToken[]) {
    this.#tokens = tokens;
  }

  parseAll(): Block {
    const {body} = this.#parseBlock(null, 0);
    return body;
  }

  /** Reads up to the tag that ends `owner`, or to the end of the source when there is no owner. */
  #parseBlock(owner: string | null, ownerLine: number): BlockEnd {
    const body: Statement[] = [];
    for (let token = this.#next(); token; token = this.#next()) {
      if (token.kind === 'text') {
        body.push({kind: 'text', text: filterWhitespace(token.text, this.#whitespace)});
        continue;
      }
      const {line, source} = token;
      if (token.kind === 'output') {
        body.push({kind: 'output', expression: parseExpression(source, line), source, line});
        continue;
      }
      const {word, rest} = splitTag(token);
      if (word === 'end') {
        if (owner === null)
          throw new TemplateError(`Extra {% end %} block at line ${line}`, {line});
        return {body, word, rest, line};
      }
      const allowedIn = INTERMEDIATE[word];
      if (allowedIn) {
        if (owner !== null && allowedIn.includes(owner)) return {body, word, rest, line};
        throw new TemplateError(`${word} outside its block at line ${line}`, {line});
      }
      const statement = this.#parseTag(word, rest, line);
      if (statement) body.push(statement);
    }
    if (owner === null) return {body, word: '', rest: '', line: 0};
    const name = owner.replace('else of ', '');
    throw new TemplateError(`Missing {% end %} block for ${name} at line ${ownerLine}`, {
      line: ownerLine,
    });
  }

  #parseTag(word: string, rest: string, line: number): Statement | null {
    switch (word) {
      case 'comment':
        return null;
      case 'whitespace':
        this.#whitespace = rest;
        if (['all', 'single', 'oneline'].includes(rest)) return null;
        throw new TemplateError(`invalid whitespace mode ${rest} at line ${line}`, {line});
      case 'set':
        return parseSet(rest, line);
      case 'if':
        return this.#parseIf(rest, line);
      case 'for':
      case 'while':
        return this.#parseLoop(word, rest, line);
      case 'try':
        return this.#parseTry(line);
      case 'break':
      case 'continue':
        if (this.#loopDepth > 0) return {kind: word, line};
        throw new TemplateError(`${word} outside for/while block at line ${line}`, {line});
      default: {
        const reason = FORBIDDEN.has(word) ? 'forbidden' : 'unknown';
        throw new TemplateError(`${reason} block: "${word}" at line ${line}`, {line});
      }
    }
  }

  #parseIf(rest: string, line: number): Statement {
    const branches: {test: ReturnType<typeof parseExpression>; body: Block; line: number}[] = [];
    let test = parseExpression(rest, line);
    let testLine = line;
    let end = this.#parseBlock('if', line);
    for (;;) {
      branches.push({test, body: end.body, line: testLine});
      if (end.word !== 'elif') break;
      test = parseExpression(end.rest, end.line);
      testLine = end.line;
      end = this.#parseBlock('elif', line);
    }
    const otherwise = end.word === 'else' ? this.#parseBlock('else of if', line).body : [];
    return {kind: 'if', branches, otherwise};
  }

  #parseLoop(word: 'for' | 'while', rest: string, line: number): Statement {
    const head =
      word === 'for'
        ? {kind: word, ...parseFor(rest, line)}
        : {kind: word, test: parseExpression(rest, line)};
    this.#loopDepth += 1;
    const end = this.#parseBlock(word, line);
    this.#loopDepth -= 1;
    const otherwise = end.word === 'else' ? this.#parseBlock(`else of ${word}`, line).body : [];
    return {...head, body: end.body, otherwise, line};
  }

  #parseTry(line: number): Statement {
    const {body, ...first} = this.#parseBlock('try', line);
    let end: Omit<BlockEnd, 'body'> = first;
    let handler: Block | undefined;
    let otherwise: Block = [];
    let finalizer: Block = [];
    if (end.word === 'except') ({body: handler, ...end} = this.#parseBlock('except', line));
    if (end.word === 'else') ({body: otherwise, ...end} = this.#parseBlock('else of try', line));
    if (end.word === 'finally') {
      finalizer = this.#parseBlock('finally', line).body;
    } else if (!handler) {
      throw new TemplateError(`try without except or finally at line ${line}`, {line});
    }
    return {kind: 'try', body, ...(handler && {handler}), otherwise, finalizer};
  }

  #next(): TemplateToken | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token;
  }
}

function splitTag({source}: Tag): {word: string; rest: string} {
  const word = /^\S+/.exec(source)?.[0] ?? '';
  return {word, rest: source.slice(word.length).trim()};
}

function filterWhitespace(text: string, mode: string): string {
  if (mode === 'oneline') return text.replace(/\s+/g, ' ');
  if (mode === 'single') return text.replace(/[\t ]+/g, ' ').replace(/\s*\n\s*/g, '\n');
  return text;
}
