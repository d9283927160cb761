/**
 * What an entry says of before and after, as a list for reading: which property, of which nature, and both values. What
 * only repeats the sentence (the name of what was added), or means nothing to people, is left out.
 */
import type { Entry } from '../api';

export type Nature =
  | 'text'
  | 'member'
  | 'department'
  | 'departments'
  | 'position'
  | 'positions'
  | 'members'
  | 'roles'
  | 'permissions'
  | 'texts'
  | 'language'
  | 'moment'
  | 'state'
  | 'label'
  | 'formFields'
  | 'secret'
  | 'version'
  | 'opaque';

const NATURES = {
  name: 'label',
  field: 'text',
  member_name: 'text',
  email: 'text',
  language: 'language',
  department_id: 'department',
  parent_id: 'department',
  position_id: 'position',
  other_departments: 'departments',
  other_positions: 'positions',
  manager_id: 'member',
  head_id: 'member',
  other_head_ids: 'members',
  successor_id: 'member',
  role_ids: 'roles',
  permissions: 'permissions',
  active: 'state',
  expires_at: 'moment',
  company: 'text',
  zone: 'text',
  holidays: 'texts',
  workdays: 'texts',
  from_id: 'member',
  to_id: 'member',
  from_at: 'moment',
  to_at: 'moment',
  state: 'state',
  archived: 'state',
  description: 'label',
  fields: 'formFields',
  title: 'opaque',
  list: 'opaque',
  access: 'opaque',
  status: 'state',
  version: 'version',
  url: 'text',
  event_types: 'texts',
  off: 'state',
  secret_generation: 'secret',
  other: 'opaque',
} as const satisfies Record<string, Nature>;

export type Property = keyof typeof NATURES;

export interface Change {
  property: Property;
  nature: Nature;
  /** undefined: there was nothing, because the thing was made or removed by this. */
  before?: unknown;
  after?: unknown;
}

/** Said by the sentence already, or for machines only. */
const SILENT = ['form_id', 'delivery_id', 'omitted_characters'];
/** Worth telling only when they change. */
const ONLY_CHANGED = [
  'name',
  'company',
  'url',
  'state',
  'active',
  'archived',
  'status',
  'version',
  'off',
  'secret_generation',
  'title',
  'list',
  'access',
];

export function changesOf({ action, before, after }: Pick<Entry, 'action' | 'before' | 'after'>): Change[] {
  const changed = before !== null && after !== null;
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const found = keys
    .filter((key) => !SILENT.includes(key) && (changed || !ONLY_CHANGED.includes(key)))
    .map((key) => {
      const property = propertyOf(action, key);
      return {
        property,
        nature: NATURES[property],
        ...(before ? { before: before[key] } : {}),
        ...(after ? { after: after[key] } : {}),
      };
    })
    .filter(({ before: old, after: now }) => !(isBlank(old) && isBlank(now)));
  return found.filter(
    ({ property }, at) => property !== 'other' || found.findIndex((each) => each.property === 'other') === at,
  );
}

/** Too much was written for the log to keep. */
export function isOmitted({ before, after }: Pick<Entry, 'before' | 'after'>): boolean {
  return [before, after].some((side) => side !== null && 'omitted_characters' in side);
}

export function isBlank(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function propertyOf(action: string, key: string): Property {
  if (key === 'name' && /^(member|invitation)\./.test(action)) return 'member_name';
  return key in NATURES ? (key as Property) : 'other';
}

/** Lists are told by what came and what went. */
export function comeAndGone(before: unknown, after: unknown): { added: string[]; removed: string[] } {
  const [was, is] = [listOf(before), listOf(after)];
  return {
    added: is.filter((each) => !was.includes(each)),
    removed: was.filter((each) => !is.includes(each)),
  };
}

interface FormField {
  id: string;
  name: unknown;
}

/** Fields of a form by what became of them. The values are their names. */
export function fieldChanges(
  before: unknown,
  after: unknown,
): { added: unknown[]; removed: unknown[]; edited: unknown[] } {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const old = new Map(was.map((field) => [field.id, field]));
  const now = new Set(is.map(({ id }) => id));
  const same = (field: FormField) => JSON.stringify(field) === JSON.stringify(old.get(field.id));
  return {
    added: is.filter(({ id }) => !old.has(id)).map(({ name }) => name),
    removed: was.filter(({ id }) => !now.has(id)).map(({ name }) => name),
    edited: is.filter((field) => old.has(field.id) && !same(field)).map(({ name }) => name),
  };
}

export function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function fieldsOf(value: unknown): FormField[] {
  return Array.isArray(value) ? (value as FormField[]) : [];
}

export type StateWord =
  | 'active'
  | 'inactive'
  | 'archived'
  | 'open'
  | 'trial'
  | 'expired'
  | 'opened'
  | 'draft'
  | 'published'
  | 'disabled'
  | 'on'
  | 'by_member'
  | 'gone'
  | 'failing';

const STATES: Partial<Record<Property, Record<string, StateWord>>> = {
  active: { true: 'active', false: 'inactive' },
  archived: { true: 'archived', false: 'open' },
  state: { trial: 'trial', expired: 'expired', active: 'opened' },
  status: { draft: 'draft', published: 'published', disabled: 'disabled' },
  off: { '': 'on', by_member: 'by_member', gone: 'gone', failing: 'failing' },
};

/** undefined: a state that this page does not know. */
export function stateWord(property: Property, value: unknown): StateWord | undefined {
  return STATES[property]?.[String(value)];
}
