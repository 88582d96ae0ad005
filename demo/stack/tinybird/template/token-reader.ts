import {TemplateError} from './template-error.js';
import type {ExpressionToken} from './tokenize-expression.js';

const END: ExpressionToken = {kind: 'end'};

/** A position in the tokens of one template mark, with the questions a parser asks. */
export class TokenReader {
  readonly line: number;
  readonly #tokens: readonly ExpressionToken[];
  #at = 0;

  constructor(tokens: readonly ExpressionToken[], line: number) {
    this.#tokens = tokens;
    this.line = line;
  }

  peek(ahead = 0): ExpressionToken {
    return this.#tokens[this.#at + ahead] ?? END;
  }

  next(): ExpressionToken {
    const token = this.peek();
    this.#at += 1;
    return token;
  }

  /** True when the next token is this operator or word. */
  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return (token.kind === 'operator' || token.kind === 'name') && token.text === text;
  }

  /** Takes the next token when it is this operator or word. */
  take(text: string): boolean {
    if (!this.is(text)) return false;
    this.#at += 1;
    return true;
  }

  /** @throws {TemplateError} when the next token is another one. */
  expect(text: string): void {
    if (!this.take(text)) this.fail(`"${text}"`);
  }

  /** @throws {TemplateError} when the next token is no name. */
  expectName(): string {
    const token = this.next();
    return token.kind === 'name' ? token.text : this.fail('a name', token);
  }

  /** @throws {TemplateError} when tokens are left. */
  expectEnd(): void {
    if (this.peek().kind !== 'end') this.fail('the end');
  }

  fail(expected: string, token: ExpressionToken = this.peek()): never {
    const found =
      token.kind === 'end' ? 'the end' : `"${'text' in token ? token.text : token.value}"`;
    throw new TemplateError(
      `invalid syntax: expected ${expected}, found ${found}, line ${this.line}`,
      {line: this.line},
    );
  }
}
