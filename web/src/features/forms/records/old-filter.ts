/**
 * Filters of addresses that earlier releases made: a list of `[field, op, ...values]`, days as days and rates as per
 * cents. Somebody may have kept such a link.
 */
import type { Comparison, Condition } from '@/entities/condition/types';
import type { Field } from '@/entities/field/definition';
import { fractionOf, plainNumber } from '@/entities/field/numbers';
import { shownType } from '@/entities/field/registry';
import { momentOf } from '@/lib/format/zone';

const SETS = ['choices', 'member', 'department'];

export function readOldFilter(items: unknown[], fields: Field[], zone: string): Condition | null {
  const found = items.flatMap((item) => {
    if (!Array.isArray(item) || !item.every((part) => typeof part === 'string')) return [];
    const [id, op, ...values] = item;
    const field = fields.find((each) => each.id === id);
    return field && op !== undefined ? (compared(field, op, values, zone) ?? []) : [];
  });
  return found.length > 0 ? { all: found } : null;
}

function compared(field: Field, op: string, values: string[], zone: string): Comparison | null {
  const about = { field: field.id };
  switch (op) {
    case 'blank':
      return { ...about, op: 'empty' };
    case 'filled':
      return { ...about, op: 'not_empty' };
    case 'range':
      return ranged(field, values, zone);
    case 'any': {
      const several =
        SETS.includes(field.type) && (field.type === 'choices' || field.options?.multiple === true);
      return { ...about, op: several ? 'has' : 'in', value: values };
    }
    case 'eq':
    case 'contains':
    case 'prefix': {
      const value = (values[0] ?? '').trim();
      return { ...about, op, value: shownType(field) === 'boolean' ? value === 'true' : value };
    }
    default:
      return null;
  }
}

function ranged(field: Field, values: string[], zone: string): Comparison {
  const [low = '', high = ''] = values.map((value, at) => endOf(field, value.trim(), at === 1, zone));
  if (low !== '' && high !== '') return { field: field.id, op: 'between', value: [low, high] };
  return low === ''
    ? { field: field.id, op: 'lte', value: high }
    : { field: field.id, op: 'gte', value: low };
}

function endOf(field: Field, typed: string, isLast: boolean, zone: string): string {
  if (typed === '') return '';
  switch (shownType(field)) {
    case 'percent':
      return fractionOf(plainNumber(typed));
    case 'number':
    case 'money':
      return plainNumber(typed);
    case 'datetime':
      return isLast ? endOfDay(typed, zone) : momentOf(`${typed}T00:00`, zone);
    default:
      return typed;
  }
}

/** The last moment of a day: moments are kept to the millisecond. */
function endOfDay(day: string, zone: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60_000).toISOString().slice(0, 10);
  return new Date(Date.parse(momentOf(`${next}T00:00`, zone)) - 1).toISOString();
}
