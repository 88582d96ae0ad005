import type {ReactiveControllerHost} from 'lit';
import {visitorEnglish} from '../messages/english.js';
import type {Language} from '../messages/language.js';
import {inheritedLanguage} from './inherited-language.js';
import {pageMessages} from './page-settings.js';

/** Languages that are shipped beside English; `languages.ts` loads them. */
const SHIPPED = /^(de|es|fr|ja)\b/i;

const ENGLISH: Language = {text: visitorEnglish, layers: []};

/** The words of a chart, in the language of its reader. */
export class LanguageController {
  readonly #host: ReactiveControllerHost & Element;
  #key: unknown;
  #current: Language | null = null;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
  }

  /** The words, or null while the first ones are on their way. */
  get current(): Language | null {
    return this.#current;
  }

  /**
   * Follows `locale`, or the language of the place where the host stands. Until a new language is
   * there the words stay what they were; one that cannot be loaded is English.
   */
  follow(locale = inheritedLanguage(this.#host)): Language | null {
    const given = pageMessages();
    const key = `${locale} ${given.length}`;
    if (key === this.#key) return this.#current;
    this.#key = key;
    if (given.length === 0 && !SHIPPED.test(locale)) return (this.#current = ENGLISH);
    void import('./languages.js')
      .then(({loadLanguage}) => loadLanguage(locale, given))
      .catch(() => ENGLISH)
      .then((language) => {
        if (key !== this.#key) return;
        this.#current = language;
        this.#host.requestUpdate();
      });
    return this.#current;
  }

  /** Tries again to load a language that could not be loaded. */
  retry(): void {
    if (this.#current === ENGLISH) this.#key = null;
  }
}
