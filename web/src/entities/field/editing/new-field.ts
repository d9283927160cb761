/** A field that was just added or copied: complete enough to be published as it is, where that is possible. */
import type { Language } from '@/config/languages';
import { newId } from '@/lib/editing/ids';

import { type Field, type FieldType } from '../definition';
import { withoutKey } from '../keys';
import { labelText, type Label } from '../label';
import { columnsOf } from '../registry';
import type { TypeWords } from '../type-words';

import { designOf } from './designs';

/** Kept for as long as the form lives: records hold values under it. */
export const newFieldId = (): string => newId('f');

export function newField(type: FieldType, words: TypeWords): Field {
  const field: Field = { id: newFieldId(), type, name: words('name') };
  const options = designOf(type).options?.(words, newFieldId);
  return options ? { ...field, options } : field;
}

/** With ids of its own, also for its columns; formulas of the columns name siblings, so they follow the new ids. */
export function copyOf(field: Field, nameOfCopy: (name: string) => string): Field {
  const columns = columnsOf(field);
  const copy = { ...withoutKey(field), id: newFieldId(), name: renamed(field.name, nameOfCopy) };
  if (columns.length === 0) return copy;
  const ids = new Map(columns.map((column) => [column.id, newFieldId()]));
  return {
    ...copy,
    options: {
      ...field.options,
      columns: columns.map((column) => ({ ...withIds(column, ids), id: ids.get(column.id) ?? newFieldId() })),
    },
  };
}

function renamed(name: Label, copy: (name: string) => string): Label {
  if (typeof name === 'string') return copy(name);
  return Object.fromEntries(
    Object.keys(name).map((language) => [language, copy(labelText(name, language as Language))]),
  );
}

function withIds(column: Field, ids: Map<string, string>): Field {
  const expression = column.options?.expression;
  if (expression === undefined) return column;
  const follows = expression.replace(/"[^"]*"|[A-Za-z]\w*/g, (word) => ids.get(word) ?? word);
  return { ...column, options: { ...column.options, expression: follows } };
}
