// Tables of the reference: names, values and defaults are those of the manifest, which is made of
// the elements' sources. Where the README says more about a name, its sentence is taken.

import {
  type AttributeEntry,
  type AttributeKind,
  attributeEntries,
  type Described,
  findTag,
  type Member,
  nameIn,
  type ReferenceSources,
} from './attribute-entries.js';
import {tableRows} from './markdown-sections.js';

/**
 * One table of the reference as Markdown.
 *
 * @throws {Error} for a kind of table, or a tag, that there is not.
 */
export function referenceTable(sources: ReferenceSources, kind: string, tagName: string): string {
  const tag = findTag(sources, tagName);
  const members = tag.members ?? [];
  const own = members.filter(({privacy, static: isStatic}) => !privacy && !isStatic);
  switch (kind) {
    case 'attributes':
      return table(
        ['attribute', 'values', 'meaning', 'default'],
        attributeEntries(sources, tagName).map((entry) => [
          code(entry.name),
          valuesOf(entry),
          entry.meaning,
          entry.default || 'none',
        ]),
      );
    case 'properties':
      return table(
        ['property', 'type', 'meaning'],
        own
          .filter((member) => member.kind === 'field' && !member.readonly && !member.attribute)
          .map((member) => [
            code(member.name),
            code(typeText(member)),
            prose(sources, 'Properties without an attribute', 'property', member),
          ]),
      );
    case 'readable':
      return table(
        ['property', 'type', 'meaning'],
        own
          .filter((member) => member.kind === 'field' && member.readonly)
          .map((member) => [code(member.name), code(typeText(member)), sentence(member)]),
      );
    case 'methods':
      return table(
        ['method', 'meaning'],
        own
          .filter((member) => member.kind === 'method' && !PROTECTED.has(member.name))
          .map((member) => [
            code(signature(member)),
            prose(sources, 'Methods and readable properties', 'name', {
              ...member,
              name: `${member.name}()`,
            }),
          ]),
      );
    case 'events':
      return table(
        ['event', 'type', 'when', 'fields'],
        (tag.events ?? []).map((event) => {
          const rows = tableRows(sources.readme, 'Events', 'event');
          const [, when = sentence(event), fields = ''] =
            rows.find((cells) => nameIn(cells) === event.name) ?? [];
          return [code(event.name), code(event.type?.text ?? ''), when, fields];
        }),
      );
    case 'slots':
      return named('slot', tag.slots);
    case 'parts':
      return named('part', tag.cssParts);
    case 'custom-properties':
      return table(
        ['custom property', 'meaning', 'default'],
        (tag.cssProperties ?? []).map((each) => [
          code(each.name),
          sentence(each),
          code(each.default ?? ''),
        ]),
      );
    default:
      throw new Error(`There is no table of "${kind}".`);
  }
}

const VALUE_WORDS: Record<AttributeKind, string> = {
  choice: '',
  flag: 'on when present',
  number: 'a number',
  text: 'text',
  json: 'JSON',
};

function valuesOf({kind, choices, isList}: AttributeEntry): string {
  if (kind !== 'choice') return isList ? 'names, by commas or as JSON' : VALUE_WORDS[kind];
  return choices.map((choice) => code(choice) || 'present').join(' ');
}

/** Lit's own, which the manifest names since the elements override them. */
const PROTECTED = new Set(['willUpdate', 'updated', 'render', 'firstUpdated']);

function prose(
  {readme}: ReferenceSources,
  heading: string,
  head: string,
  member: Described,
): string {
  const cells = tableRows(readme, heading, head).find((row) => nameIn(row) === member.name);
  return cells?.[1] ?? sentence(member);
}

const code = (text: string) => (text === '' ? '' : `\`${text.replaceAll('|', '\\|')}\``);
const sentence = ({description = ''}: Described) =>
  description.replace(/\s+/g, ' ').replaceAll('|', '\\|');

/** Without what only the compiler and the element's own checks need. */
function typeText({type}: Described): string {
  const text = (type?.text ?? '').replace(/\s+/g, ' ').trim();
  return text
    .split(' | ')
    .filter((part) => !['undefined', 'InvalidJson', ''].includes(part))
    .join(' | ');
}

function signature({name, parameters = [], ...member}: Member): string {
  const given = parameters.map((each) => `${each.name}: ${each.type?.text ?? ''}`).join(', ');
  const result = member.return?.type?.text;
  return `${name}(${given})${result ? `: ${result}` : ''}`.replace('FileKind', "'csv' | 'png'");
}

function named(head: string, members: readonly Described[] = []): string {
  return table(
    [head, 'what'],
    members.map((each) => [each.name ? code(each.name) : 'default', sentence(each)]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
