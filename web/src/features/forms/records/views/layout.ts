/**
 * How a list of records is laid out: its saved view, and what was changed of it since, which stands in the address. Each
 * part is the text that the address has for it; a part that is missing there is as the view says, and `-` stands for
 * nothing where the view says something.
 */
import { same } from '@/lib/editing/same';

import type { View, ViewWrite } from './api';

export type Kind = View['kind'];
export type Total = View['columns'][number]['total'];

export interface ViewColumn {
  field: string;
  /** Pixels; 0: as its content needs. */
  width: number;
  total: Total;
}

export const PARTS = ['show', 'filter', 'sort', 'columns', 'group'] as const;
export type Part = (typeof PARTS)[number];
export type Layout = Record<Part, string>;

export const NARROWEST = 64;
export const WIDEST = 1000;
export const TOTALS: Total[] = ['sum', 'avg', 'min', 'max', 'count'];
const NOTHING = '-';

export const TABLE = 'table';
export const PLAIN: Layout = { show: TABLE, filter: '', sort: '', columns: '', group: '' };
export const ADDRESS = { view: '', q: '', show: '', filter: '', sort: '', columns: '', group: '' };

export interface Arrangement {
  kind: Kind;
  /** The field of a board or calendar. */
  by: string;
}

/** `kanban:stage` -> a board by the field `stage`. */
export function readShow(text: string): Arrangement {
  const [kind = '', by = ''] = text.split(':');
  return (kind === 'kanban' || kind === 'calendar') && by !== '' ? { kind, by } : { kind: TABLE, by: '' };
}

export const writeShow = ({ kind, by }: Arrangement): string => (kind === TABLE ? TABLE : `${kind}:${by}`);

/** `customer~180,total~0~sum`: columns in their order. What is not understood is left out. */
export function readColumns(text: string): ViewColumn[] {
  return text.split(',').flatMap((each) => {
    const [field = '', width = '', total = ''] = each.split('~');
    if (!/^@?[a-z][a-z0-9_]*$/.test(field)) return [];
    const wide = Number(width);
    return [
      {
        field,
        width: Number.isInteger(wide) && wide > 0 ? bounded(wide) : 0,
        total: TOTALS.find((name) => name === total) ?? '',
      },
    ];
  });
}

export function writeColumns(columns: ViewColumn[]): string {
  return columns
    .map(({ field, width, total }) => `${field}~${width || ''}~${total}`.replace(/~+$/, ''))
    .join(',');
}

export const bounded = (width: number): number => Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));

/** What a saved view says; of the form's own list the columns that this device remembers. */
export function layoutOf(view: View | null, remembered: string): Layout {
  if (view === null) return { ...PLAIN, columns: remembered };
  return {
    show: writeShow({ kind: view.kind, by: view.by }),
    filter: view.filter === null ? '' : JSON.stringify(view.filter),
    sort: view.sort,
    columns: writeColumns(view.columns),
    group: view.group,
  };
}

export function effective(address: Layout, saved: Layout): Layout {
  return Object.fromEntries(
    PARTS.map((part) => {
      const told = address[part];
      return [part, told === '' ? saved[part] : told === NOTHING ? PLAIN[part] : told];
    }),
  ) as Layout;
}

/** What the address has to say for a part to be `next`. */
export function addressFor(part: Part, next: string, saved: Layout): string {
  if (sameText(next, saved[part])) return '';
  return next === '' ? NOTHING : next;
}

/** The parts that are not as they were saved. */
export function changedParts(now: Layout, saved: Layout): Part[] {
  return PARTS.filter((part) => !sameText(now[part], saved[part]));
}

/** A filter says the same whatever the order of its keys. */
function sameText(one: string, other: string): boolean {
  if (one === other) return true;
  if (!one.startsWith('{') || !other.startsWith('{')) return false;
  try {
    return same(JSON.parse(one), JSON.parse(other));
  } catch {
    return false;
  }
}

export type Sharing = Pick<ViewWrite, 'name' | 'audience'> & { roles: string[] };

/** The view as it is to be saved. */
export function viewBody(layout: Layout, { name, audience, roles }: Sharing): ViewWrite {
  return {
    name,
    audience,
    roles: audience === 'roles' ? roles : [],
    ...readShow(layout.show),
    columns: readColumns(layout.columns),
    filter: layout.filter === '' ? null : (JSON.parse(layout.filter) as ViewWrite['filter']),
    sort: layout.sort,
    group: layout.group,
  };
}
