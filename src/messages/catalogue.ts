import type {english} from './english.js';
import type {englishDrawing} from './english-drawing.js';
import type {englishLate} from './english-late.js';
import type {englishQuery} from './english-query.js';

/** Forms of a sentence that counts, by the categories of `Intl.PluralRules`; `{count}` decides. */
export type PluralForms = Readonly<
  Partial<Record<Exclude<Intl.LDMLPluralRule, 'other'>, string>> & Record<'other', string>
>;

/** A sentence with places such as `{count}` for what is said in it. */
export type Message = string | PluralForms;

type English = typeof english & typeof englishQuery & typeof englishDrawing & typeof englishLate;

/** The name of a sentence. */
export type MessageKey = keyof English;

/** Every sentence in one language. The type checker finds a language that lacks one. */
export type Catalogue = {
  readonly [Key in MessageKey]: English[Key] extends string ? string : PluralForms;
};

/** The sentences that are shown before there are rows. */
export type VisitorText = {
  readonly [Key in keyof typeof english | keyof typeof englishQuery]: string;
};

/** Some sentences, by language tag: those of a page that replaces or adds a language. */
export type MessagesByLanguage = Readonly<Record<string, Partial<Catalogue>>>;

type Placeholder<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;
type TextOf<Entry> = Entry extends string ? Entry : Entry[keyof Entry];
type Names<Key extends MessageKey> = Placeholder<TextOf<English[Key]>>;

/** Says a sentence with values in their places; numbers are written as the reader's language has it. */
export type Say = <Key extends MessageKey>(
  key: Key,
  ...values: [Names<Key>] extends [never]
    ? []
    : [values: Readonly<Record<Names<Key>, string | number>>]
) => string;
