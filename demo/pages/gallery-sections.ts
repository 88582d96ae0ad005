import {DRAWINGS} from './gallery-drawings.js';
import type {GallerySection} from './gallery-section.js';
import {SETTINGS} from './gallery-settings.js';

/** What the gallery shows one by one; what each kind makes of difficult rows follows it. */
export const SECTIONS: readonly GallerySection[] = [...DRAWINGS, ...SETTINGS];
