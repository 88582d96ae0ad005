import {quoteIdentifier} from '../escape-sql.js';
import {
  argument,
  requiredParameterError,
  type CallArguments,
  type FunctionTable,
  type TemplateFunction,
} from '../template-function.js';
import {templateSyntaxError} from '../template-error.js';
import {SqlFragment, toText, type Value} from '../value.js';

/** A name that is safe without quotes: `db.table`, `_`, `events_v2`. */
const PLAIN_NAME = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?$/;

const columnFunction: TemplateFunction = {
  parameters: ['x', 'default'],
  call: (args) => new SqlFragment(quotePath(toText(nameOrDefault(args, 'column', 'column_name')))),
};

const columnsFunction: TemplateFunction = {
  parameters: ['x', 'default', 'fn'],
  call(args) {
    const value = nameOrDefault(args, 'columns', 'column_names');
    if (typeof value !== 'string') {
      throw templateSyntaxError("The 'columns' function expects a String not an Array", {
        documentation: documentation('columns'),
      });
    }
    const names = value.split(',').map((name) => quotePath(name.trim()));
    const fn = argument(args, 'fn');
    if (fn === null) return new SqlFragment(names.join(','));
    const call = plainName(fn, 'columns');
    return new SqlFragment(names.map((name) => `${call}(${name}) as ${name}`).join(','));
  },
};

const symbolFunction: TemplateFunction = {
  parameters: ['x'],
  call(args, context) {
    const value = argument(args, 'x');
    if (value === null) throw requiredParameterError(context);
    return new SqlFragment(quoteIdentifier(toText(value)));
  },
};

const tableFunction: TemplateFunction = {
  parameters: ['x'],
  call(args, context) {
    const value = argument(args, 'x');
    if (value === null) throw requiredParameterError(context);
    return new SqlFragment(plainName(value, 'table'));
  },
};

/** The functions that print names of columns and tables; nothing can leave the quotes. */
export const IDENTIFIER_FUNCTIONS: FunctionTable = {
  column: columnFunction,
  columns: columnsFunction,
  symbol: symbolFunction,
  Symbol: symbolFunction,
  Column: symbolFunction,
  table: tableFunction,
  TABLE: tableFunction,
};

function nameOrDefault(args: CallArguments, name: string, placeholder: string): Value {
  const value = argument(args, 'x') ?? argument(args, 'default');
  if (value !== null) return value;
  throw templateSyntaxError(
    `Missing ${name}() default value, use \`${name}(${placeholder}, 'default_column_name')\``,
    {documentation: documentation(name)},
  );
}

/** Quotes each part of a dotted path by itself: `a.b` is `` `a`.`b` ``. */
function quotePath(path: string): string {
  return path.split('.').map(quoteIdentifier).join('.');
}

/** Tinybird prints these names bare; here they must also look like names. */
function plainName(value: Value, name: string): string {
  const text = toText(value);
  if (PLAIN_NAME.test(text)) return text;
  throw templateSyntaxError(`'${text}' is not a valid name in ${name}()`);
}

function documentation(name: string): string {
  return `/cli/advanced-templates.html#${name}`;
}
