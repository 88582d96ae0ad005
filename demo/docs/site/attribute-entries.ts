import {tableRows} from './markdown-sections.js';

/** A member of a tag as the custom elements manifest describes it. */
export interface Described {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: {readonly text: string};
  readonly fieldName?: string;
}

/** A tag as the custom elements manifest describes it. */
export interface TagDeclaration extends Described {
  readonly tagName?: string;
  readonly attributes?: readonly Described[];
  readonly members?: readonly Member[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
  readonly events?: readonly Described[];
}

/** A field or method of a tag. */
export interface Member extends Described {
  readonly kind: string;
  readonly privacy?: string;
  readonly static?: boolean;
  readonly readonly?: boolean;
  readonly attribute?: string;
  readonly parameters?: readonly Described[];
  readonly return?: {readonly type?: {readonly text: string}};
}

/** What the tables are made of. */
export interface ReferenceSources {
  readonly tags: readonly TagDeclaration[];
  readonly readme: string;
  /** Values that an attribute accepts; empty where it takes any text. */
  readonly choicesOf: (attribute: Described) => readonly string[];
}

/** How a value is entered and written. */
export type AttributeKind = 'choice' | 'flag' | 'number' | 'text' | 'json';

/** One attribute as pages and the playground show it. */
export interface AttributeEntry {
  readonly name: string;
  readonly property: string;
  readonly kind: AttributeKind;
  /** Values there are to choose from; the empty text switches on without one of them. */
  readonly choices: readonly string[];
  /** Whether it takes several names, separated by commas. */
  readonly isList: boolean;
  /** Markdown. */
  readonly meaning: string;
  /** Markdown. */
  readonly default: string;
}

/** Attributes of a tag, in the order of the README, then of the source. */
export function attributeEntries(sources: ReferenceSources, tagName: string): AttributeEntry[] {
  const rows = new Map(
    tableRows(sources.readme, 'Attributes', 'attribute').map((cells) => [nameIn(cells), cells]),
  );
  const order = [...rows.keys()];
  const rank = ({name}: Described) => (order.includes(name) ? order.indexOf(name) : order.length);
  const attributes = [...(findTag(sources, tagName).attributes ?? [])];
  return attributes
    .sort((one, other) => rank(one) - rank(other))
    .map((attribute) => {
      const {name, description = '', fieldName = name} = attribute;
      const [, meaning = description, standard = attribute.default ?? ''] = rows.get(name) ?? [];
      const type = attribute.type?.text ?? '';
      const values = sources.choicesOf(attribute);
      const choices = values.length > 0 && type.includes('boolean') ? ['', ...values] : values;
      const kind = kindOf(type, choices);
      const isList = type.includes('readonly string[]');
      return {name, property: fieldName, kind, choices, isList, meaning, default: standard};
    });
}

function kindOf(type: string, choices: readonly string[]): AttributeKind {
  if (choices.length > 0) return 'choice';
  if (type.includes('boolean')) return 'flag';
  if (type.includes('InvalidJson') && !type.includes('string[]')) return 'json';
  return /\bnumber\b/.test(type) ? 'number' : 'text';
}

/**
 * The tag's declaration.
 *
 * @throws {Error} when there is none.
 */
export function findTag({tags}: ReferenceSources, tagName: string): TagDeclaration {
  const tag = tags.find((each) => each.tagName === tagName);
  if (!tag) throw new Error(`There is no tag "${tagName}".`);
  return tag;
}

/** First code word of a row. */
export const nameIn = ([first = '']: readonly string[]) => /`([^`]+)`/.exec(first)?.[1] ?? '';
