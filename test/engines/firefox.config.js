import {tsImport} from 'tsx/esm/api';
import {engineConfig} from './engine-config.js';

const {ensureFirefox} = await tsImport('./find-firefox.ts', import.meta.url);
const {openFirefoxWindow} = await tsImport('./firefox-window.ts', import.meta.url);
const path = ensureFirefox();

/** The unit tests in Firefox. */
export default await engineConfig('Firefox', () => openFirefoxWindow(path));
