import {ARRAY_FUNCTIONS} from './functions/array-function.js';
import {CONTROL_FUNCTIONS} from './functions/control-functions.js';
import {DATE_FUNCTIONS} from './functions/date-functions.js';
import {IDENTIFIER_FUNCTIONS} from './functions/identifier-functions.js';
import {PYTHON_FUNCTIONS} from './functions/python-functions.js';
import {SETTING_FUNCTIONS} from './functions/setting-functions.js';
import {TEXT_FUNCTIONS} from './functions/text-functions.js';
import {TYPE_FUNCTIONS} from './functions/type-functions.js';
import type {TemplateFunction} from './template-function.js';

/** Every function that a template can call, by name. */
export const TEMPLATE_FUNCTIONS: ReadonlyMap<string, TemplateFunction> = new Map(
  Object.entries({
    ...TYPE_FUNCTIONS,
    ...ARRAY_FUNCTIONS,
    ...IDENTIFIER_FUNCTIONS,
    ...TEXT_FUNCTIONS,
    ...DATE_FUNCTIONS,
    ...SETTING_FUNCTIONS,
    ...CONTROL_FUNCTIONS,
    ...PYTHON_FUNCTIONS,
  }),
);
