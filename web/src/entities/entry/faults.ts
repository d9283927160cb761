/** The server's faults at the inputs that they are about. */
import type { Field } from '@/entities/field/definition';
import { columnsOf, hasRows } from '@/entities/field/registry';
import type { FieldFault } from '@/lib/api/problem';

import { cellPath } from './cell-path';
import { type Row, type Typed } from './input-state';
import { filledRows } from './to-payload';

export interface Placed {
  /** By the path of an input: a field's id, or `lines/<row key>/<column>`. */
  messages: Record<string, string>;
  /** What no input can show. */
  rest: string[];
}

/** `typed` is what was sent: the server counts the rows that it got. */
export function placeFaults(fields: Field[], typed: Typed, faults: FieldFault[]): Placed {
  const placed: Placed = { messages: {}, rest: [] };
  for (const fault of faults) {
    const path = pathOf(fields, typed, fault.path);
    if (path === null) placed.rest.push(fault.message);
    else placed.messages[path] ??= fault.message;
  }
  return placed;
}

function pathOf(fields: Field[], typed: Typed, fault: (string | number)[]): string | null {
  const [root, id, index, column] = fault;
  const field = root === 'values' ? fields.find((each) => each.id === id) : undefined;
  if (!field) return null;
  if (!hasRows(field) || typeof index !== 'number') return field.id;
  const row = filledRows(field, typed[field.id] as Row[] | undefined)[index];
  const known = columnsOf(field).some((each) => each.id === column);
  return row && known ? cellPath(field.id, row.key, String(column)) : field.id;
}
