import {argument, type FunctionTable, type TemplateFunction} from '../template-function.js';
import {TemplateError, templateSyntaxError} from '../template-error.js';
import {isDict, isList, toText, Tuple, TypedNumber, type Value} from '../value.js';

const secretFunction: TemplateFunction = {
  parameters: ['x', 'default'],
  call(args, context) {
    const name = toText(argument(args, 'x'));
    if (Object.hasOwn(context.secrets, name)) return context.secrets[name] ?? null;
    const fallback = argument(args, 'default');
    if (fallback !== null) return fallback;
    throw templateSyntaxError(
      `Cannot access secret '${name}'. Check the secret exists in the Workspace and the token ` +
        'has the required scope.',
    );
  },
};

/** The functions that ask about a parameter, stop the render, or read a secret. */
export const CONTROL_FUNCTIONS: FunctionTable = {
  defined: {
    parameters: ['x'],
    call: (args) => argument(args, 'x') !== null,
  },
  error: {
    parameters: ['s', 'code'],
    call(args) {
      throw new TemplateError(toText(argument(args, 's')));
    },
  },
  custom_error: {
    parameters: ['s', 'code'],
    call(args) {
      const content = argument(args, 's');
      const text = typeof content === 'string' ? content : JSON.stringify(toJson(content));
      const body = isDict(content) || isList(content) ? toJson(content) : {error: text};
      throw new TemplateError(text, {status: toStatus(argument(args, 'code')), body});
    },
  },
  tb_secret: secretFunction,
  tb_var: secretFunction,
};

function toStatus(code: Value): number {
  const status = Number(code instanceof TypedNumber ? code.value : toText(code ?? 400n));
  return Number.isInteger(status) && status >= 400 && status <= 599 ? status : 400;
}

function toJson(value: Value): unknown {
  if (value instanceof Tuple) return value.items.map(toJson);
  if (isList(value)) return value.map(toJson);
  if (isDict(value)) {
    return Object.fromEntries([...value].map(([key, item]) => [key, toJson(item)]));
  }
  if (value instanceof TypedNumber) return toJson(value.value);
  if (typeof value !== 'bigint') return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
}
