/** A stretch of a sentence: words, or code to be set in another type. */
export interface Span {
  readonly text: string;
  readonly isCode: boolean;
}

/** Splits a sentence at its backticks; one without a partner stays as it is. */
export function codeSpans(sentence: string): readonly Span[] {
  return sentence
    .split(/(`[^`]+`)/)
    .filter(Boolean)
    .map((text) =>
      /^`[^`]+`$/.test(text) ? {text: text.slice(1, -1), isCode: true} : {text, isCode: false},
    );
}
