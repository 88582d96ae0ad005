import hljs from 'highlight.js/lib/core';
import css from 'highlight.js/lib/languages/css';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import xml from 'highlight.js/lib/languages/xml';

// Those that the playground writes; a page's Markdown adds others.
for (const [name, language] of Object.entries({css, javascript, json, xml}))
  hljs.registerLanguage(name, language);

/** Code as HTML with its colours as classes; text of a language that is not known stays plain. */
export function colouredCode(text: string, language: string): string {
  return hljs.getLanguage(language)
    ? hljs.highlight(text, {language}).value
    : text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
