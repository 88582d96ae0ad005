/** Gives a shadow root one style sheet more, once; constructed sheets pass every style-src. */
export function adoptSheet(host: Element, sheet: CSSStyleSheet | undefined): void {
  const root = host.shadowRoot;
  if (!root || !sheet || root.adoptedStyleSheets.includes(sheet)) return;
  root.adoptedStyleSheets.push(sheet);
}
