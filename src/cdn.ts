// Entry of the script-tag build: reads `data-*` of its own tag, and registers the elements.
import './elements/early-parts.js';
import {followScripts} from './elements/page-settings.js';

followScripts(import.meta.url);

export * from './define.js';
