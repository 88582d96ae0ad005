// Entry of the script-tag build: reads `data-*` of its own tag, then registers the elements.
import {configure, settingsOfScript} from './elements/page-settings.js';

configure(settingsOfScript(import.meta.url));

export * from './define.js';
