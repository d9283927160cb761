/** The changes that a builder makes to a definition. Pure: each returns a new definition, or the same if nothing fits. */
import type { Field } from '@/entities/field/definition';
import { columnsOf } from '@/entities/field/registry';
import { withOption } from '@/lib/editing/omit';

import type { Definition } from '../definition';

import { tidied } from './layout-changes';

/** A field, or a column of a lines field. */
export interface Place {
  field: string;
  column?: string;
}

export const samePlace = (one: Place | null, other: Place | null): boolean =>
  one?.field === other?.field && one?.column === other?.column;

export function find(definition: Definition, place: Place): Field | undefined {
  const field = definition.fields.find(({ id }) => id === place.field);
  if (place.column === undefined || !field) return field;
  return columnsOf(field).find(({ id }) => id === place.column);
}

/** The list that the place stands in is replaced by what `edit` makes of it. */
function inList(
  definition: Definition,
  place: Place,
  edit: (list: Field[], id: string) => Field[],
): Definition {
  if (place.column === undefined) return { ...definition, fields: edit(definition.fields, place.field) };
  const column = place.column;
  const fields = definition.fields.map((field) =>
    field.id === place.field
      ? { ...field, options: { ...field.options, columns: edit(columnsOf(field), column) } }
      : field,
  );
  return { ...definition, fields };
}

export function replaceField(definition: Definition, place: Place, field: Field): Definition {
  return inList(definition, place, (list, id) => list.map((each) => (each.id === id ? field : each)));
}

/** The list and the title of records no longer name it; formulas that did are a fault that the builder sees. */
export function removeField(definition: Definition, place: Place): Definition {
  const after = inList(definition, place, (list, id) => list.filter((each) => each.id !== id));
  if (place.column !== undefined) return after;
  return withoutNames(tidied(after), place);
}

function withoutNames(after: Definition, place: Place): Definition {
  const title = after.title?.replaceAll(`{${place.field}}`, '').trim();
  const titled = withOption(after, 'title', title === '' ? undefined : title);
  return after.list
    ? withListed(
        titled,
        after.list.filter((id) => id !== place.field),
      )
    : titled;
}

/** An empty choice means "the usual ones", which the server says by leaving it out. */
export function withListed(definition: Definition, listed: string[]): Definition {
  return withOption(definition, 'list', listed.length > 0 ? listed : undefined);
}

/** Stands at `index` afterwards, counted without the field itself. */
export function insertField(definition: Definition, field: Field, index: number): Definition {
  const fields = [...definition.fields];
  fields.splice(Math.max(0, Math.min(index, fields.length)), 0, field);
  return { ...definition, fields };
}

/** Behind the column `after`; at the end if there is none of that id. */
export function addColumn(definition: Definition, lines: string, column: Field, after?: string): Definition {
  return inList(definition, { field: lines, column: column.id }, (list) => {
    const at = list.findIndex(({ id }) => id === after);
    return at < 0 ? [...list, column] : [...list.slice(0, at + 1), column, ...list.slice(at + 1)];
  });
}

export function insertAfter(definition: Definition, place: Place, field: Field): Definition {
  return inList(definition, place, (list, id) =>
    list.flatMap((each) => (each.id === id ? [each, field] : [each])),
  );
}

/** `by` places down, or up if negative. At the edge nothing changes. */
export function moveBy(definition: Definition, place: Place, by: number): Definition {
  const index = indexOf(definition, place);
  return moveTo(definition, place, index + by);
}

/** `index` is where it stands afterwards. */
export function moveTo(definition: Definition, place: Place, index: number): Definition {
  const from = indexOf(definition, place);
  const list = siblings(definition, place);
  const field = list[from];
  if (!field || index < 0 || index >= list.length || index === from) return definition;
  const rest = list.filter((_, at) => at !== from);
  rest.splice(index, 0, field);
  return inList(definition, place, () => rest);
}

export function siblings(definition: Definition, place: Place): Field[] {
  if (place.column === undefined) return definition.fields;
  const field = definition.fields.find(({ id }) => id === place.field);
  return field ? columnsOf(field) : [];
}

export function indexOf(definition: Definition, place: Place): number {
  const id = place.column ?? place.field;
  return siblings(definition, place).findIndex((each) => each.id === id);
}
