/**
 * How a page arranges the fields of a form: `layout` of its definition. Fields that no part names stand first; a part of whose
 * fields none is shown leaves nothing behind.
 */
import type { Field } from '@/entities/field/definition';
import type { Schemas } from '@/lib/api/types';

export type Layout = Schemas['FormsLayout'];
export type Part = Layout['parts'][number];
export type Columns = 1 | 2 | 3;

export const USUAL_COLUMNS: Columns = 2;

/** The fields of a part; of the first group, which has no part, those that stand before all parts. */
export interface Group {
  part: Part | null;
  fields: Field[];
}

export interface Filled extends Group {
  part: Part;
}

export type Block =
  | { kind: 'fields'; fields: Field[] }
  | { kind: 'section'; part: Part; fields: Field[] }
  | { kind: 'words'; part: Part }
  /** `id` is that of the bar, whichever of its tabs are shown. */
  | { kind: 'tabs'; id: string; tabs: Filled[] };

export const columnsIn = (part: Part): Columns => part.columns ?? USUAL_COLUMNS;

/** Every part, also an empty one, below the fields that none of them names. What a part names and is not there is left out. */
export function groupsOf(layout: Layout | undefined, fields: Field[]): [Group, ...Filled[]] {
  const byId = new Map(fields.map((field) => [field.id, field]));
  const parts = (layout?.parts ?? []).map((part) => {
    const own = (part.fields ?? []).flatMap((id) => byId.get(id) ?? []);
    for (const { id } of own) byId.delete(id);
    return { part, fields: own };
  });
  return [{ part: null, fields: fields.filter(({ id }) => byId.has(id)) }, ...parts];
}

/** As pages show it: without empty parts, tabs that follow each other in one bar. */
export function blocksOf(layout: Layout | undefined, fields: Field[]): Block[] {
  const [loose, ...groups] = groupsOf(layout, fields);
  const blocks: Block[] = loose.fields.length > 0 ? [{ kind: 'fields', fields: loose.fields }] : [];
  let bar = '';
  for (const group of groups) {
    const { part } = group;
    bar = part.kind === 'tab' ? bar || part.id : '';
    const before = blocks.at(-1);
    if (part.kind === 'text') blocks.push({ kind: 'words', part });
    else if (group.fields.length === 0) continue;
    else if (part.kind === 'section') blocks.push({ kind: 'section', part, fields: group.fields });
    else if (before?.kind === 'tabs' && before.id === bar) before.tabs.push(group);
    else blocks.push({ kind: 'tabs', id: bar, tabs: [group] });
  }
  return blocks;
}
