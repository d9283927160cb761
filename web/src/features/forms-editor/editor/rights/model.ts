/** What the settings of permission groups offer, and what they come to. The server judges them when publishing. */
import type { Condition } from '@/entities/condition/types';
import type { Field } from '@/entities/field/definition';
import { hasRows, shownAs } from '@/entities/field/registry';
import type { Definition } from '@/entities/form/definition';
import type { Schemas } from '@/lib/api/types';
import { withOption } from '@/lib/editing/omit';

type Written = Schemas['FormsPermissionGroup'];
export type Rows = NamedRows | { members: string[] } | { through: string } | Condition;
/** The contract does not say what a condition is. */
export type Group = Omit<Written, 'rows'> & { rows: Rows };
export type Action = NonNullable<Group['actions']>[number];
export type Level = 'hidden' | 'masked' | 'read' | 'edit';
export type MayGive = Schemas['FormsFormDraft']['may_give'];

export const MOST_GROUPS = 30;
export const NAMED_ROWS = [
  'own',
  'department',
  'department_and_below',
  'subordinates',
  'shared',
  'all',
] as const;
export const ACTIONS: Action[] = ['edit', 'delete', 'export', 'import'];
export const LEVELS: Level[] = ['hidden', 'masked', 'read', 'edit'];
export const PRESETS = ['own', 'manager', 'finance'] as const;

export type NamedRows = (typeof NAMED_ROWS)[number];
export type RowsKind = NamedRows | 'members' | 'through' | 'condition';

export function kindOf(rows: Rows): RowsKind {
  if (typeof rows === 'string') return rows;
  if ('members' in rows) return 'members';
  return 'through' in rows ? 'through' : 'condition';
}

export const membersOf = (rows: Rows): string[] =>
  typeof rows === 'object' && 'members' in rows ? rows.members : [];

export const throughOf = (rows: Rows): string =>
  typeof rows === 'object' && 'through' in rows ? rows.through : '';

export const conditionOf = (rows: Rows): Condition | undefined =>
  typeof rows === 'object' && !('members' in rows) && !('through' in rows) ? rows : undefined;

/** What a group says of fields that it does not name. */
export const otherwise = ({ actions = [] }: Group): Level => (actions.includes('edit') ? 'edit' : 'read');

export const levelOf = (group: Group, field: string): Level => group.fields?.[field] ?? otherwise(group);

/** What is as the rest is not stored; a field that is not masked has nothing to show whole. */
export function withLevel(group: Group, fields: string[], level: Level): Group {
  const levels = { ...group.fields };
  for (const field of fields) {
    if (level === otherwise(group)) Reflect.deleteProperty(levels, field);
    else levels[field] = level;
  }
  const reveal = (group.reveal ?? []).filter((field) => levels[field] === 'masked');
  const set = withOption(group, 'fields', Object.keys(levels).length > 0 ? levels : undefined);
  return withOption(set, 'reveal', reveal.length > 0 ? reveal : undefined);
}

export function withReveal(group: Group, field: string, on: boolean): Group {
  const rest = (group.reveal ?? []).filter((each) => each !== field);
  const reveal = on ? [...rest, field] : rest;
  return withOption(group, 'reveal', reveal.length > 0 ? reveal : undefined);
}

/** Only who may edit records edits fields: without that action what was "edit" is as the rest. */
export function withAction(group: Group, action: Action, on: boolean): Group {
  const rest = (group.actions ?? []).filter((each) => each !== action);
  const actions = on ? ACTIONS.filter((each) => each === action || rest.includes(each)) : rest;
  const next = withOption(group, 'actions', actions.length > 0 ? actions : undefined);
  const same = Object.keys(next.fields ?? {}).filter((field) => next.fields?.[field] === otherwise(next));
  const beyond = on ? [] : Object.keys(next.fields ?? {}).filter((field) => next.fields?.[field] === 'edit');
  return withLevel(next, [...same, ...beyond], otherwise(next));
}

/** Texts show their ends. */
export const mayBeMasked = (field: Field): boolean => shownAs(field).compare === 'text';

/** Fields that name people, and links: what rows may follow. */
export const people = (fields: Field[]): Field[] =>
  fields.filter((field) => shownAs(field).compare === 'member');
export const links = (fields: Field[]): Field[] =>
  fields.filter((field) => shownAs(field).compare === 'record');

/** What every list entry holds, so that a condition may ask about it. */
export function listed({ fields, list }: Pick<Definition, 'fields' | 'list'>): Field[] {
  return fields.filter(
    (field) => !hasRows(field) && (field.indexed === true || (list ? list.includes(field.id) : true)),
  );
}

/** Whether whoever builds holds what the group gives. */
export function isGiven({ actions = [], rows }: Pick<Group, 'actions' | 'rows'>, mayGive: MayGive): boolean {
  const changes = rows !== 'own' && actions.some((each) => each === 'edit' || each === 'delete');
  return changes ? mayGive.edit_all : mayGive.read_all;
}

export function newGroup(id: string, preset: (typeof PRESETS)[number] | null): Group {
  const everyone = { id, audience: 'everyone' } as const;
  if (preset === 'own') return { ...everyone, rows: 'own', actions: ['edit', 'delete', 'export'] };
  if (preset === 'manager') return { ...everyone, rows: 'department_and_below', actions: ['export'] };
  return {
    id,
    audience: { roles: [], departments: [], members: [] },
    rows: 'all',
    ...(preset ? { actions: ['export'] } : {}),
  };
}

export const newId = (): string => `g_${Math.random().toString(36).slice(2, 12)}`;
