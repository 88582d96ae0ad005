/** Attributes that the pages add for their own layout. */
const OWN_ATTRIBUTES = new Set(['class', 'id', 'style', 'role', 'tabindex', 'loading']);
const MAX_VALUE_LENGTH = 48;

/** The tag of an element as an author would write it, in coloured pieces. */
export function tagText(element: Element, only?: readonly string[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const tag = element.localName;
  const names = element
    .getAttributeNames()
    .filter((name) => only?.includes(name) ?? isAuthors(name));
  fragment.append('<', piece('tag', tag));
  for (const name of names) {
    const value = element.getAttribute(name) ?? '';
    fragment.append('\n  ', piece('attribute', name));
    if (value !== '') fragment.append('=', piece('value', `"${shorten(value)}"`));
  }
  fragment.append(names.length > 0 ? '\n></' : '></', piece('tag', tag), '>');
  return fragment;
}

function isAuthors(name: string): boolean {
  return !OWN_ATTRIBUTES.has(name) && !name.startsWith('data-');
}

function piece(className: string, text: string): HTMLSpanElement {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = text;
  return span;
}

function shorten(value: string): string {
  return value.length > MAX_VALUE_LENGTH ? `${value.slice(0, MAX_VALUE_LENGTH - 1)}…` : value;
}
