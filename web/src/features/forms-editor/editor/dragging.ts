/** What is dragged onto the canvas: a type from the palette, or a field that moves. */
import type { DragEvent } from 'react';

import { FIELD_TYPES, type FieldType } from '@/entities/field/definition';
import { mayBeColumn } from '@/entities/field/editing/designs';

const KIND = 'application/x-banli-field';
/** Beside KIND where it may become a column: what is dragged can only be read when it is dropped. */
const COLUMN = 'application/x-banli-column';

export type Dragged = { add: FieldType } | { move: string };

export function startDrag(event: DragEvent, dragged: Dragged): void {
  event.dataTransfer.setData(KIND, 'add' in dragged ? `add ${dragged.add}` : `move ${dragged.move}`);
  if ('add' in dragged && mayBeColumn(dragged.add)) event.dataTransfer.setData(COLUMN, dragged.add);
  event.dataTransfer.effectAllowed = 'add' in dragged ? 'copy' : 'move';
}

export function isDrag(event: DragEvent): boolean {
  return event.dataTransfer.types.includes(KIND);
}

export function isColumnDrag(event: DragEvent): boolean {
  return event.dataTransfer.types.includes(COLUMN);
}

export function dragged(event: DragEvent): Dragged | null {
  const [what, value = ''] = event.dataTransfer.getData(KIND).split(' ');
  const type = FIELD_TYPES.find((each) => each === value);
  if (what === 'add') return type ? { add: type } : null;
  return what === 'move' ? { move: value } : null;
}
