import {ensureWebKit} from '../find-webkit.js';
import {openWebKitWindow} from '../webkit-window.js';
import {describeVisit} from './visit.js';

describeVisit('WebKit', () => openWebKitWindow(ensureWebKit()));
