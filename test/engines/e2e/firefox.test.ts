import {ensureFirefox} from '../find-firefox.js';
import {openFirefoxWindow} from '../firefox-window.js';
import {describeVisit} from './visit.js';

describeVisit('Firefox', () => openFirefoxWindow(ensureFirefox()));
