// Entry of the script-tag build: reads `data-*` of its own tag, and registers the elements. The files
// that it imports do neither, so that a page may have them run ahead of it.
import './elements/early-parts.js';
import {defineElements} from './elements/define-elements.js';
import {followScripts} from './elements/page-settings.js';

followScripts(import.meta.url);
defineElements();

export * from './index.js';
