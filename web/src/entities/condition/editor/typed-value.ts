/** A value of a condition as an input of the form shows it: of 0.10 a "10" before a per cent sign, a moment on the wall. */
import { fromStored } from '@/entities/entry/input-state';
import type { Field } from '@/entities/field/definition';

import type { Operand } from '../types';

const TYPES: Partial<Record<Operand['shown'], Field['type']>> = {
  number: 'number',
  money: 'money',
  percent: 'percent',
  date: 'date',
  datetime: 'datetime',
  rating: 'number',
  time: 'time',
};

/** The form's own limits do not hold here: a limit of a condition may lie beyond them. */
export function fieldOf({ shown, currency, unit }: Operand): Field {
  return {
    id: 'value',
    type: TYPES[shown] ?? 'text',
    name: '',
    options: {
      ...(currency === undefined ? {} : { currency }),
      ...(unit === undefined ? {} : { unit }),
    },
  };
}

/** What no calendar knows is shown as nothing. */
export function typedOf(field: Field, value: string, zone: string): string {
  const dated = field.type === 'date' || field.type === 'datetime';
  if (value === '' || (dated && Number.isNaN(Date.parse(value)))) return '';
  const typed = fromStored([field], { value }, { zone, today: '', memberId: '' });
  return typed.value as string;
}
