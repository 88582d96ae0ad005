/**
 * Registers the size of the page's text around a chart as a length, once for each page: inside, it
 * then is the host's, where a plain `em` would shrink with every element whose text is smaller.
 */
export function registerEm(): void {
  try {
    CSS.registerProperty({
      name: '--_tinybird-chart-em',
      syntax: '<length>',
      inherits: true,
      initialValue: '16px',
    });
  } catch {
    // Another chart has done so. Browsers without it count from the element's own text.
  }
}
