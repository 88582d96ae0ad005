import {tsImport} from 'tsx/esm/api';
import {engineConfig} from './engine-config.js';

const {ensureWebKit} = await tsImport('./find-webkit.ts', import.meta.url);
const {openWebKitWindow} = await tsImport('./webkit-window.ts', import.meta.url);
const paths = ensureWebKit();

/** The unit tests in WebKitGTK, the engine of Safari as Linux has it. */
export default await engineConfig('WebKit', () => openWebKitWindow(paths));
