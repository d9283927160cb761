/** Files that were chosen and are not there yet. */
import { type Cell, type FileRef } from '@/entities/field/cell';
import type { Field } from '@/entities/field/definition';
import { columnsOf, hasFiles, hasRows } from '@/entities/field/registry';

import { cellPath } from '../cell-path';
import { type Row, type Typed } from '../input-state';

/** What one save can tie to a record: the server's limit. */
export const MOST_NEW = 40;

export interface Placed {
  path: string;
  /** What the server calls the field. */
  apiField: string;
  file: FileRef;
}

export function unsentFiles(fields: Field[], typed: Typed): Placed[] {
  return allFiles(fields, typed).filter(({ file }) => file.upload !== undefined);
}

export function newFiles(fields: Field[], typed: Typed): number {
  return allFiles(fields, typed).filter(({ file }) => file.fresh ?? file.upload).length;
}

function allFiles(fields: Field[], typed: Typed): Placed[] {
  return fields.flatMap((field) => {
    if (hasFiles(field)) return ofCell(field.id, field.id, typed[field.id] as Cell | undefined);
    if (!hasRows(field)) return [];
    const columns = columnsOf(field).filter(hasFiles);
    return ((typed[field.id] ?? []) as Row[]).flatMap(({ key, cells }) =>
      columns.flatMap(({ id }) => ofCell(cellPath(field.id, key, id), `${field.id}.${id}`, cells[id])),
    );
  });
}

function ofCell(path: string, apiField: string, cell: Cell | undefined): Placed[] {
  return ((cell ?? []) as FileRef[]).map((file) => ({ path, apiField, file }));
}
