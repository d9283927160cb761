/** What keeps a draft from being published, each at its field. */
import type { Field } from '@/entities/field/definition';
import type { Label } from '@/entities/field/label';
import { columnsOf } from '@/entities/field/registry';
import { fieldPath } from '@/lib/api/problem';
import { omit } from '@/lib/editing/omit';
import { same } from '@/lib/editing/same';

import type { Definition } from '../definition';

import { find, samePlace, type Place } from './changes';

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

/**
 * Those whose cause still stands as it was when `about` was checked. What has been changed since is not spoken of until
 * the server has seen it; a formula depends on the fields around it, too.
 */
export function standing(faults: Fault[], about: Definition, now: Definition): Fault[] {
  const around = same(skeleton(about), skeleton(now));
  return faults.filter(({ place, setting }) => {
    const [part = ''] = setting.split('/');
    if (!place) return same(about[part as keyof Definition], now[part as keyof Definition]);
    const [before, after] = [find(about, place), find(now, place)];
    if (!before || !after) return false;
    if (part === 'name' || part === 'help') return same(before[part], after[part]);
    if (setting === 'options/expression' && !around) return false;
    return same(unlabelled(before), unlabelled(after));
  });
}

/** What formulas see of a form. */
function skeleton({ fields }: Definition): unknown {
  const seen = (field: Field): unknown => [
    field.id,
    field.type,
    field.options?.result,
    field.options?.currency,
    columnsOf(field).map(seen),
  ];
  return fields.map(seen);
}

const unlabelled = (field: Field) => omit(omit(field, 'name'), 'help');

const blank = (label: Label) =>
  (typeof label === 'string' ? [label] : Object.values(label)).every((text) => text.trim() === '');

/** A draft without names cannot even be saved, so it is known here. */
export function unnamed(definition: Definition, message: string): Fault[] {
  const found: Fault[] = blank(definition.name) ? [{ setting: 'name', message }] : [];
  for (const [index, { name }] of (definition.balances ?? []).entries()) {
    if (blank(name)) found.push({ setting: `balances/${String(index)}/name`, message });
  }
  const look = (field: Field, place: Place) => {
    if (blank(field.name)) found.push({ place, setting: 'name', message });
  };
  for (const field of definition.fields) {
    look(field, { field: field.id });
    for (const column of columnsOf(field)) look(column, { field: field.id, column: column.id });
  }
  return found;
}

/** Without those of the place that somebody is typing at. */
export function beside(faults: Fault[], typedAt: Place | null): Fault[] {
  return faults.filter(({ place = null }) => !samePlace(place, typedAt));
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

/** The faults of what stands at `path` of the form, such as a rule or a part, as its settings call them. */
export function faultsBelow(faults: Fault[], path: string): Fault[] {
  return faults
    .filter(({ place, setting }) => !place && setting.startsWith(`${path}/`))
    .map((fault) => ({ ...fault, setting: fault.setting.slice(path.length + 1) }));
}
