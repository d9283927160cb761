/** What is asked of an export: what the list shows now, and the choices of the dialog. */
import { typeOf } from '@/entities/field/registry';
import type { Definition } from '@/entities/form/definition';

import type { Asked } from '../api';

import type { ExportRequest } from './api';

export type Extent = 'listed' | 'all' | 'chosen';

export interface Choices {
  extent: Extent;
  /** Of `chosen`, ids of fields in the order of the columns. */
  fields: string[];
  /** A field whose rows become rows of the file; empty text for none. */
  lines: string;
  format: ExportRequest['format'];
}

export const USUAL: Choices = { extent: 'listed', fields: [], lines: '', format: 'xlsx' };

/** The fields of rows that a form has. */
export const lineFields = ({ fields }: Definition) =>
  fields.filter((field) => typeOf(field).holds === 'rows');

/** `sort`, `filter` and `q` of the list go along, so the file holds the records in sight, in the same order. */
export function requestOf(choices: Choices, { sort, filter, q }: Asked, language: string): ExportRequest {
  const { extent, fields, lines, format } = choices;
  return {
    format,
    language: language === 'en' ? 'en' : 'zh-CN',
    ...(filter === '' ? {} : { filter: JSON.parse(filter) as ExportRequest['filter'] }),
    ...(sort === '' ? {} : { sort: [sort] }),
    ...(q === '' ? {} : { q }),
    ...(extent === 'all' ? { fields: 'all' as const } : {}),
    ...(extent === 'chosen' ? { fields: ['@title', ...fields] } : {}),
    ...(lines === '' ? {} : { lines }),
  };
}
