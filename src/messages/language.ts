import type {Catalogue, VisitorText} from './catalogue.js';

/** Sentences of one language, not always all of them. */
export interface LanguageLayer {
  /** The tag whose plural rules they follow. */
  readonly language: string;
  readonly messages: Partial<Catalogue>;
}

/** The words of one reader. */
export interface Language {
  /** What is said before there are rows. */
  readonly text: VisitorText;
  /** Where sentences are looked up, the nearest first; what none has is said in English. */
  readonly layers: readonly LanguageLayer[];
}
