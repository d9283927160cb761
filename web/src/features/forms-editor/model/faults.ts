/** What keeps a draft from being published, each at its field. */
import { fieldPath } from '@/lib/api/problem';
import type { Definition, Field, Label } from '@/lib/forms/definition';

import { columnsOf, type Place } from './changes';

export interface Fault {
  /** Missing if it is about the form itself. */
  place?: Place;
  /** Which setting: `name`, `options/expression`, `title`. */
  setting: string;
  message: string;
}

/** The server's answer is about the draft that it has, `saved`: indexes become ids, which survive further changes. */
export function faultsOf(saved: Definition, problems: { path: string; message: string }[]): Fault[] {
  return problems.map(({ path, message }) => locate(saved, fieldPath(path), message));
}

function locate(saved: Definition, path: (string | number)[], message: string): Fault {
  const [, index, ...rest] = path;
  const field = path[0] === 'fields' && typeof index === 'number' ? saved.fields[index] : undefined;
  if (!field) return { setting: path.join('/'), message };
  const column =
    rest[0] === 'options' && rest[1] === 'columns' && typeof rest[2] === 'number'
      ? columnsOf(field)[rest[2]]
      : undefined;
  return column
    ? { place: { field: field.id, column: column.id }, setting: rest.slice(3).join('/'), message }
    : { place: { field: field.id }, setting: rest.join('/'), message };
}

const blank = (label: Label) =>
  (typeof label === 'string' ? [label] : Object.values(label)).every((text) => text.trim() === '');

/** A draft without names cannot even be saved, so it is known here. */
export function unnamed(definition: Definition, message: string): Fault[] {
  const found: Fault[] = blank(definition.name) ? [{ setting: 'name', message }] : [];
  const look = (field: Field, place: Place) => {
    if (blank(field.name)) found.push({ place, setting: 'name', message });
  };
  for (const field of definition.fields) {
    look(field, { field: field.id });
    for (const column of columnsOf(field)) look(column, { field: field.id, column: column.id });
  }
  return found;
}

/** Those of one field; with `deep` also those of its columns. */
export function faultsAt(faults: Fault[], place: Place, deep = false): Fault[] {
  return faults.filter(
    (fault) => fault.place?.field === place.field && (deep || fault.place.column === place.column),
  );
}

/** The sentence for one setting, or for anything below it: `options/choices` hears of `options/choices/2/value`. */
export function faultFor(faults: Fault[], setting: string): string | undefined {
  return faults.find((fault) => fault.setting === setting || fault.setting.startsWith(`${setting}/`))
    ?.message;
}
