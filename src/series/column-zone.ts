import type {PipeResponse} from '../tinybird/pipe-response.js';
import {parseColumnType} from './column-type.js';

/** The IANA zone in which the texts of a column are read; UTC where its type names none. */
export function columnZone({meta}: Pick<PipeResponse, 'meta'>, column: string): string {
  const type = meta.find(({name}) => name === column)?.type;
  const parsed = type === undefined ? null : parseColumnType(type);
  return (parsed && 'timeZone' in parsed ? parsed.timeZone : null) ?? 'UTC';
}
