/**
 * The changes that a builder makes to the layout of a form. Pure, as `changes.ts`. Each also puts `fields` into the order in which
 * the page shows them, which lists, exports and programs follow.
 */
import type { Field } from '@/entities/field/definition';
import { withOption } from '@/lib/editing/omit';

import type { Definition } from '../definition';
import { groupsOf, type Group, type Part } from '../layout/blocks';

/** Where a field stands: in a part, or before all parts (null); at which place among the fields there. */
export interface Spot {
  part: string | null;
  index: number;
}

export const MOST_PARTS = 50;

const holdsFields = (part: Part | null) => part?.kind !== 'text';
const idOf = ({ part }: Group) => part?.id ?? null;

/** `groups` are all fields of the definition, the first group those before all parts. */
function arranged(definition: Definition, groups: Group[]): Definition {
  const parts = groups.flatMap(({ part, fields }) =>
    part ? [withOption(part, 'fields', holdsFields(part) ? fields.map(({ id }) => id) : undefined)] : [],
  );
  const fields = groups.flatMap((group) => group.fields);
  return withOption({ ...definition, fields }, 'layout', parts.length > 0 ? { parts } : undefined);
}

const groupsIn = (definition: Definition): Group[] => groupsOf(definition.layout, definition.fields);

export function partIn(definition: Definition, id: string | null): Part | undefined {
  return definition.layout?.parts.find((part) => part.id === id);
}

export function spotOf(definition: Definition, field: string): Spot | null {
  for (const group of groupsIn(definition)) {
    const index = group.fields.findIndex(({ id }) => id === field);
    if (index >= 0) return { part: idOf(group), index };
  }
  return null;
}

/** At the end of what a part holds; of a text, of the part above it. */
export function endOf(definition: Definition, part: string | null): Spot {
  const groups = groupsIn(definition);
  const at = groups.findIndex((group) => idOf(group) === part);
  const group = groups.slice(0, at + 1).findLast((each) => holdsFields(each.part)) ?? groups[0];
  return { part: group?.part?.id ?? null, index: group?.fields.length ?? 0 };
}

export function insertAt(definition: Definition, field: Field, { part, index }: Spot): Definition {
  const groups = groupsIn(definition).map((group) => {
    if (idOf(group) !== part) return group;
    const at = Math.max(0, Math.min(index, group.fields.length));
    return { ...group, fields: [...group.fields.slice(0, at), field, ...group.fields.slice(at)] };
  });
  return arranged(definition, groups);
}

/** `spot` counts the fields of the part as they stand now, with the field itself if it is among them. */
export function placeAt(definition: Definition, id: string, spot: Spot): Definition {
  const from = spotOf(definition, id);
  const field = definition.fields.find((each) => each.id === id);
  if (!from || !field) return definition;
  const before = from.part === spot.part && from.index < spot.index ? 1 : 0;
  const index = spot.index - before;
  if (from.part === spot.part && from.index === index) return definition;
  return insertAt(without(definition, id), field, { part: spot.part, index });
}

/** One place down, or up; from the end of a part into the next that holds fields. At the edge nothing changes. */
export function stepField(definition: Definition, id: string, by: 1 | -1): Definition {
  const from = spotOf(definition, id);
  if (!from) return definition;
  const groups = groupsIn(definition).filter(({ part }) => holdsFields(part));
  const at = groups.findIndex((group) => idOf(group) === from.part);
  const index = from.index + by;
  if (index >= 0 && index < (groups[at]?.fields.length ?? 0)) {
    return placeAt(definition, id, { part: from.part, index: by > 0 ? index + 1 : index });
  }
  const next = groups[at + by];
  if (!next) return definition;
  return placeAt(definition, id, { part: idOf(next), index: by > 0 ? 0 : next.fields.length });
}

export function without(definition: Definition, id: string): Definition {
  return arranged(
    definition,
    groupsIn(definition).map((group) => ({
      ...group,
      fields: group.fields.filter((each) => each.id !== id),
    })),
  );
}

/** What another person deleted in the meantime stands in no part. */
export function tidied(definition: Definition): Definition {
  return definition.layout ? arranged(definition, groupsIn(definition)) : definition;
}

/** Parts without that of the fields before them: their places count from 0. */
function withParts(definition: Definition, edit: (parts: Group[]) => Group[]): Definition {
  const [loose, ...parts] = groupsIn(definition);
  return loose ? arranged(definition, [loose, ...edit(parts)]) : definition;
}

/** At `index` among the parts, or at the end. */
export function addPart(definition: Definition, part: Part, index?: number): Definition {
  return withParts(definition, (parts) => {
    const at = index ?? parts.length;
    return [...parts.slice(0, at), { part, fields: [] }, ...parts.slice(at)];
  });
}

export function replacePart(definition: Definition, part: Part): Definition {
  return withParts(definition, (parts) =>
    parts.map((group) => (idOf(group) === part.id ? { ...group, part } : group)),
  );
}

/** Its fields stay in the form, at the end of what stands above them. */
export function removePart(definition: Definition, id: string): Definition {
  const groups = groupsIn(definition);
  const at = groups.findIndex((group) => idOf(group) === id);
  const gone = groups[at];
  if (!gone?.part) return definition;
  const heir = groups.slice(0, at).findLast(({ part }) => holdsFields(part));
  return arranged(
    definition,
    groups
      .filter((group) => group !== gone)
      .map((group) => (group === heir ? { ...group, fields: [...group.fields, ...gone.fields] } : group)),
  );
}

export const partIndex = (definition: Definition, id: string): number =>
  (definition.layout?.parts ?? []).findIndex((part) => part.id === id);

/** Stands at `index` afterwards. At the edge nothing changes. */
export function movePart(definition: Definition, id: string, index: number): Definition {
  const from = partIndex(definition, id);
  const count = definition.layout?.parts.length ?? 0;
  if (from < 0 || index < 0 || index >= count || index === from) return definition;
  return withParts(definition, (parts) => {
    const rest = parts.filter((group) => idOf(group) !== id);
    return [...rest.slice(0, index), ...parts.slice(from, from + 1), ...rest.slice(index)];
  });
}
