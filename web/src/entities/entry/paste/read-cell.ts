/** One pasted text as the cell of a field. Nothing is dropped: what is not understood is kept as it was. */
import type { Field } from '@/entities/field/definition';

import type { Cell } from '../input-state';

import { readChoice, readChoices } from './read-choice';
import { readDay, type DayContext } from './read-day';
import { readNumber } from './read-number';
import { readPeople, type People } from './read-people';
import type { DoubtCode, Reading } from './reading';

export interface ReadContext extends DayContext {
  people: People;
}

/** null: the field takes no text at all (files, what is computed). */
export function readCell(field: Field, text: string, context: ReadContext): Reading | null {
  const raw = text.trim();
  if (raw === '') return isReadable(field) ? { cell: field.type === 'choices' ? [] : '' } : null;
  switch (field.type) {
    case 'number':
    case 'money':
    case 'percent': {
      const found = readNumber(field, raw);
      return found ? withDoubt(found.text, found.doubt?.code, raw) : { cell: raw };
    }
    case 'date':
    case 'datetime':
      return readMoment(field, raw, context);
    case 'choice':
      return { cell: readChoice(field, raw) };
    case 'choices':
      return { cell: readChoices(field, raw) };
    case 'member':
    case 'department':
      return { cell: readPeople(field, raw, context.people) };
    case 'text':
      return { cell: raw.replace(/\s*[\n\r\t]+\s*/g, ' ') };
    case 'long_text':
      return { cell: raw };
    default:
      return null;
  }
}

export function isReadable(field: Field): boolean {
  return !['attachment', 'lines', 'serial', 'formula'].includes(field.type);
}

function readMoment(field: Field, raw: string, context: DayContext): Reading {
  const found = readDay(raw, context);
  const wantsTime = field.type === 'datetime';
  if (!found) return { cell: { raw, why: wantsTime ? 'moment' : 'day', part: raw } };
  const { day, time, doubt } = found;
  if (wantsTime) return withDoubt(`${day}T${time ?? '00:00'}`, doubt ?? (time ? undefined : 'noTime'), raw);
  return withDoubt(day, doubt ?? (time && time !== '00:00' ? 'timeDropped' : undefined), raw);
}

function withDoubt(cell: Cell, code: DoubtCode | undefined, raw: string): Reading {
  return code ? { cell, doubt: { code, raw } } : { cell };
}
