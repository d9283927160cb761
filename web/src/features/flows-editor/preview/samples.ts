/** Values to try a flow with: what a form requires is filled with something plausible, so that only what matters is typed. */
import {
  columnsOf,
  isBlank,
  isComputed,
  startingWith,
  type Cell,
  type Cells,
  type Circumstances,
  type Row,
  type Typed,
} from '@/entities/entry/input-state';
import type { Field, FieldOptions } from '@/entities/field/definition';
import { toPercent } from '@/lib/format/percent';
import { decimal } from '@/lib/formula';

export interface Sampling extends Circumstances {
  departmentId: string;
  /** A word for texts, in the page's language. */
  word: string;
}

export function samples(fields: Field[], here: Sampling): Typed {
  const typed = startingWith(fields, here);
  for (const field of fields) {
    if (field.type !== 'lines') fill(typed as Cells, field, here);
    else
      for (const row of (typed[field.id] ?? []) as Row[])
        columnsOf(field).forEach((each) => fill(row.cells, each, here));
  }
  return typed;
}

function fill(cells: Cells, field: Field, here: Sampling): void {
  if (!field.required || isComputed(field) || !isBlank(cells[field.id])) return;
  const cell = sample(field, here);
  if (cell !== undefined) cells[field.id] = cell;
}

function sample({ type, options = {} }: Field, here: Sampling): Cell | undefined {
  const first = options.choices?.[0]?.value ?? '';
  switch (type) {
    case 'text':
    case 'long_text':
      return textSample(options, here.word);
    case 'number':
    case 'money':
      return within(options, '100');
    case 'percent':
      return toPercent(within(options, '0.1'));
    case 'date':
      return dayWithin(options, here.today);
    case 'datetime':
      return `${here.today}T09:00`;
    case 'choice':
      return first;
    case 'choices':
      return (options.choices ?? [])
        .slice(0, Math.max(Number(options.min ?? 1), 1))
        .map(({ value }) => value);
    case 'member':
      return options.multiple ? [here.memberId] : here.memberId;
    case 'department':
      return options.multiple ? [here.departmentId] : here.departmentId;
    default:
      return undefined;
  }
}

const FORMATS = {
  phone: '13800138000',
  email: 'sample@example.com',
  url: 'https://example.com',
  credit_code: '91350100M000100Y43',
} as const;

function textSample({ format, mask, min_length = 0, max_length = 200 }: FieldOptions, word: string): string {
  if (format) return FORMATS[format];
  if (mask) return mask.replaceAll('9', '0').replaceAll('*', 'A');
  const times = Math.max(1, Math.ceil(min_length / Array.from(word).length));
  return Array.from(word.repeat(times)).slice(0, max_length).join('');
}

function within({ min, max }: FieldOptions, wanted: string): string {
  if (max !== undefined && decimal(wanted).gt(max)) return String(max);
  return min !== undefined && decimal(wanted).lt(min) ? String(min) : wanted;
}

function dayWithin({ min, max }: FieldOptions, today: string): string {
  if (typeof max === 'string' && today > max) return max;
  return typeof min === 'string' && today < min ? min : today;
}
