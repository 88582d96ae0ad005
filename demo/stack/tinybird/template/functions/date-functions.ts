import {argument, type FunctionTable, type TemplateFunction} from '../template-function.js';
import {templateSyntaxError} from '../template-error.js';
import {isTruthy, toText, type Value} from '../value.js';
import {parseDatetime} from './parse-datetime.js';

const DATE_FORMAT = '%Y-%m-%d';
const DATE_TIME_FORMAT = '%Y-%m-%d %H:%M:%S';

/** The functions that count whole units between two dates; order does not matter. */
export const DATE_FUNCTIONS: FunctionTable = {
  day_diff: {
    parameters: ['d0', 'd1', 'default'],
    call(args) {
      const difference = differenceMs(argument(args, 'd0'), argument(args, 'd1'), [DATE_FORMAT]);
      if (difference !== null) return wholeUnits(difference, 86_400_000);
      throw invalidFormat(
        'day_diff',
        'it must be ISO format date YYYY-MM-DD, e.g. 2018-09-26',
        'date_diff_in_days',
      );
    },
  },
  date_diff_in_days: differenceFunction('date_diff_in_days', 86_400_000, DATE_FORMAT),
  date_diff_in_hours: differenceFunction('date_diff_in_hours', 3_600_000, DATE_TIME_FORMAT),
  date_diff_in_minutes: differenceFunction('date_diff_in_minutes', 60_000, DATE_TIME_FORMAT),
  date_diff_in_seconds: differenceFunction('date_diff_in_seconds', 1000, DATE_TIME_FORMAT),
};

function differenceFunction(name: string, unitMs: number, format: string): TemplateFunction {
  return {
    parameters: ['d0', 'd1', 'date_format', 'default', 'backup_date_format', 'none_if_error'],
    call(args) {
      const formats = [
        toText(argument(args, 'date_format') ?? format),
        toText(argument(args, 'backup_date_format') ?? ''),
      ].filter((text) => text !== '');
      const difference = differenceMs(argument(args, 'd0'), argument(args, 'd1'), formats);
      if (difference !== null) return wholeUnits(difference, unitMs);
      if (isTruthy(argument(args, 'none_if_error'))) return null;
      throw invalidFormat(name, `it must be ${formats.join(' or ')}`, name);
    },
  };
}

function differenceMs(d0: Value, d1: Value, formats: readonly string[]): number | null {
  const read = (value: Value): number | null => {
    if (typeof value !== 'string') return null;
    return formats.map((format) => parseDatetime(value, format)).find((ms) => ms !== null) ?? null;
  };
  const [start, end] = [read(d0), read(d1)];
  return start === null || end === null ? null : Math.abs(end - start);
}

function wholeUnits(differenceInMs: number, unitMs: number): bigint {
  return BigInt(Math.floor(differenceInMs / unitMs));
}

function invalidFormat(name: string, hint: string, anchor: string): Error {
  return templateSyntaxError(`invalid date format in function \`${name}\`, ${hint}`, {
    documentation: `/cli/advanced-templates.html#${anchor}`,
  });
}
