import type {ComplexAttributeConverter} from 'lit';

/** Attribute text that is not the JSON it should be; turned into an error state, never thrown. */
export class InvalidJson {
  readonly text: string;
  readonly reason: string;

  constructor(text: string, reason: string) {
    this.text = text;
    this.reason = reason;
  }
}

/** Reads a property from a JSON attribute; properties set by script pass untouched. */
export const jsonAttribute: ComplexAttributeConverter = {
  fromAttribute(text: string | null): unknown {
    if (text === null || text.trim() === '') return undefined;
    try {
      return JSON.parse(text);
    } catch (error) {
      return new InvalidJson(text, error instanceof Error ? error.message : 'not JSON');
    }
  },
};

/** Reads a comma-separated attribute, or JSON: an array where names hold commas, or an object. */
export const listAttribute: ComplexAttributeConverter = {
  fromAttribute(text: string | null): unknown {
    if (text === null || text.trim() === '') return undefined;
    if (/^\s*[[{]/.test(text)) return jsonAttribute.fromAttribute?.(text);
    return text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
  },
};

/** Reads a boolean attribute that may say `percent`. */
export const stackedAttribute: ComplexAttributeConverter = {
  fromAttribute: (text: string | null): unknown => (text === 'percent' ? text : text !== null),
};
