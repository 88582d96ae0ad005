import {escapeString} from '../escape-sql.js';
import {renderValue} from '../render-value.js';
import {argument, requiredParameterError, type FunctionTable} from '../template-function.js';
import {TemplateError, templateSyntaxError} from '../template-error.js';
import {SqlFragment, toItems, toText, toValue, Tuple, type Value} from '../value.js';

const SQL_AND_OPERATORS: Readonly<Record<string, string>> = {
  in: 'in',
  not_in: 'not in',
  gt: '>',
  lt: '<',
  gte: '>=',
  lte: '<=',
};
const MAX_SHOWN_JSON = 16;

/** The functions that take text or lists apart and put SQL together from them. */
export const TEXT_FUNCTIONS: FunctionTable = {
  split_to_array: {
    parameters: ['x', 'default', 'separator'],
    call(args) {
      const value = argument(args, 'x') ?? argument(args, 'default') ?? '';
      const separator = toText(argument(args, 'separator') ?? ',');
      if (typeof value !== 'string' || separator === '') {
        throw templateSyntaxError(
          'First argument of split_to_array has to be a value that can be split to a list',
          {documentation: '/cli/advanced-templates.html#split_to_array'},
        );
      }
      return value.split(separator).map((part) => part.trim());
    },
  },
  enumerate_with_last: {
    parameters: ['arr'],
    call(args) {
      const items = toItems(argument(args, 'arr'));
      return items.map((item, at) => new Tuple([at === items.length - 1, item]));
    },
  },
  sql_and: {
    parameters: [],
    accepts: 'any-keywords',
    call(args) {
      const terms = [...args.named].filter(([, value]) => value !== null);
      return new SqlFragment(terms.map(([key, value]) => sqlAndTerm(key, value)).join(' and '));
    },
  },
  sql_unescape: {
    parameters: ['x', 'what'],
    call(args, context) {
      const value = argument(args, 'x');
      if (value === null) throw requiredParameterError(context);
      const what = toText(argument(args, 'what') ?? '');
      if (what === "'" || what === '\\' || what.length > 1) {
        throw templateSyntaxError('sql_unescape takes one character that cannot end the string');
      }
      const text = toText(value).split(what === '' ? /$^/ : what);
      return new SqlFragment(`'${text.map(escapeString).join(what)}'`);
    },
  },
  JSON: {
    parameters: ['x', 'default'],
    call(args) {
      const fallback = argument(args, 'default');
      const value = argument(args, 'x') ?? (typeof fallback === 'string' ? fallback : '{}');
      return typeof value === 'string' ? parseJson(value) : value;
    },
  },
};

/** Turns the keyword `amount__gte` and its value into `amount >= …`. */
function sqlAndTerm(key: string, value: Value): string {
  const at = key.lastIndexOf('__');
  if (at < 0) return `${key} = ${renderValue(value, key)}`;
  const suffix = key.slice(at + 2);
  const operator = SQL_AND_OPERATORS[suffix];
  if (operator === undefined) {
    throw templateSyntaxError(`operand ${suffix} not supported`, {
      documentation: '/cli/advanced-templates.html#sql_and',
    });
  }
  return `${key.slice(0, at)} ${operator} ${renderValue(value, key)}`;
}

function parseJson(text: string): Value {
  try {
    return toValue(JSON.parse(text));
  } catch (cause) {
    const shown = text.length > MAX_SHOWN_JSON ? `${text.slice(0, MAX_SHOWN_JSON)}...` : text;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TemplateError(`Template Syntax Error: Error parsing JSON: '${shown}' - ${reason}`, {
      cause,
    });
  }
}
