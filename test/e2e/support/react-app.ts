// What the tests of the React components work with in a page: bundled once for each React.
import * as react from 'react';
import {createRoot, hydrateRoot} from 'react-dom/client';
import * as components from '../../../src/entries/react.js';
import * as compat from '../../../src/entries/react-compat.js';

Object.assign(window, {kit: {...react, createRoot, hydrateRoot, ...components, ...compat}});
