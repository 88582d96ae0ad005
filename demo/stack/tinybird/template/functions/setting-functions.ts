import {argument, type FunctionTable, type TemplateFunction} from '../template-function.js';
import {templateSyntaxError} from '../template-error.js';
import {SqlFragment, toText} from '../value.js';

const CACHE_TTLS = ['5s', '1m', '5m', '30m', '1h'];
const HINT = /^[\w-]{1,64}$/;

/** The functions that leave a setting for the query and print only an SQL comment line. */
export const SETTING_FUNCTIONS: FunctionTable = {
  max_threads: {
    parameters: ['x'],
    call(args, context) {
      const text = toText(argument(args, 'x'));
      // The wrong argument is not echoed: a line break in it would end the comment.
      if (!/^\d{1,5}$/.test(text)) return new SqlFragment('-- max_threads: wrong argument\n');
      context.settings.max_threads = Number(text);
      return new SqlFragment(`-- max_threads ${text}\n`);
    },
  },
  backend_hint: {
    parameters: ['hint'],
    call(args, context) {
      const hint = argument(args, 'hint');
      if (hint === null || hint === false) {
        delete context.settings.backend_hint;
        return new SqlFragment('-- backend_hint None\n');
      }
      const text = toText(hint);
      if (!HINT.test(text)) throw templateSyntaxError(`'${text}' is not a valid backend hint`);
      context.settings.backend_hint = text;
      return new SqlFragment(`-- backend_hint ${text}\n`);
    },
  },
  cache_ttl: choiceFunction(
    'cache_ttl',
    'ttl_expression',
    CACHE_TTLS,
    () => `Invalid TTL cache expression, valid expressions are ${CACHE_TTLS.join(', ')}`,
  ),
  activate: choiceFunction(
    'activate',
    'feature',
    ['analyzer', 'parallel_replicas'],
    (text) => `'${text}' is not a valid 'activate' argument`,
  ),
  disable: choiceFunction(
    'disable',
    'feature',
    ['analyzer'],
    (text) => `'${text}' is not a valid 'disable' argument`,
  ),
};

function choiceFunction(
  setting: string,
  parameter: string,
  choices: readonly string[],
  reason: (text: string) => string,
): TemplateFunction {
  return {
    parameters: [parameter],
    call(args, context) {
      const text = toText(argument(args, parameter));
      if (!choices.includes(text)) throw templateSyntaxError(reason(text));
      context.settings[setting] = text;
      return new SqlFragment(`-- ${setting} ${text}\n`);
    },
  };
}
