/** What is dragged onto the canvas: a type or a part from the palette, or a field or a part that moves. */
import type { DragEvent } from 'react';

import { FIELD_TYPES, type FieldType } from '@/entities/field/definition';
import { mayBeColumn } from '@/entities/field/editing/designs';
import type { Part } from '@/entities/form/layout/blocks';

const KIND = 'application/x-banli-field';
const PART = 'application/x-banli-part';
/** Beside KIND where it may become a column: what is dragged can only be read when it is dropped. */
const COLUMN = 'application/x-banli-column';

export const PART_KINDS = ['section', 'tab', 'text'] as const satisfies Part['kind'][];

export type Dragged =
  { add: FieldType } | { move: string } | { addPart: Part['kind'] } | { movePart: string };

/** Whether it lands among the parts, not among the fields of one. */
export const isOfParts = (what: Dragged) => 'addPart' in what || 'movePart' in what;

export function startDrag(event: DragEvent, what: Dragged): void {
  event.stopPropagation();
  const [said = ''] = Object.entries<string>(what).map(([verb, value]) => `${verb} ${value}`);
  event.dataTransfer.setData(isOfParts(what) ? PART : KIND, said);
  if ('add' in what && mayBeColumn(what.add)) event.dataTransfer.setData(COLUMN, what.add);
  event.dataTransfer.effectAllowed = 'add' in what || 'addPart' in what ? 'copy' : 'move';
}

export const isDrag = (event: DragEvent) => event.dataTransfer.types.includes(KIND);
export const isPartDrag = (event: DragEvent) => event.dataTransfer.types.includes(PART);
export const isColumnDrag = (event: DragEvent) => event.dataTransfer.types.includes(COLUMN);

export function dragged(event: DragEvent): Dragged | null {
  const [what, value = ''] = event.dataTransfer.getData(isPartDrag(event) ? PART : KIND).split(' ');
  const type = FIELD_TYPES.find((each) => each === value);
  const kind = PART_KINDS.find((each) => each === value);
  if (what === 'add') return type ? { add: type } : null;
  if (what === 'addPart') return kind ? { addPart: kind } : null;
  if (what === 'movePart') return { movePart: value };
  return what === 'move' ? { move: value } : null;
}
