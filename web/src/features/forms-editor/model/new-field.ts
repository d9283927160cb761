/** A field that was just added or copied: complete enough to be published as it is, where that is possible. */
import type { Language } from '@/config/languages';
import { type Field, type FieldOptions, type FieldType } from '@/entities/field/definition';
import { labelText, type Label } from '@/entities/field/label';
import { withoutKey } from '@/entities/form/keys';
import { newId } from '@/lib/editing/ids';

/** Kept for as long as the form lives: records hold values under it. */
export const newFieldId = (): string => newId('f');

/** The words that a new field starts with. */
export interface Words {
  name: (type: FieldType) => string;
  choice: (number: number) => string;
  column: string;
  copy: (name: string) => string;
}

export function newField(type: FieldType, words: Words): Field {
  const field: Field = { id: newFieldId(), type, name: words.name(type) };
  const options = startingOptions(type, words);
  return options ? { ...field, options } : field;
}

function startingOptions(type: FieldType, words: Words): FieldOptions | undefined {
  switch (type) {
    case 'money':
      return { currency: 'CNY' };
    case 'choice':
    case 'choices':
      return { choices: [1, 2, 3].map((number) => ({ value: words.choice(number) })) };
    case 'lines':
      return { columns: [{ id: newFieldId(), type: 'text', name: words.column }] };
    case 'serial':
      return { template: 'NO-{yyyy}{mm}-{0000}' };
    case 'formula':
      return { expression: '', result: 'number' };
    default:
      return undefined;
  }
}

/** With ids of its own, also for its columns; formulas of the columns name siblings, so they follow the new ids. */
export function copyOf(field: Field, words: Words): Field {
  const columns = field.options?.columns;
  const copy = { ...withoutKey(field), id: newFieldId(), name: renamed(field.name, words.copy) };
  if (!columns) return copy;
  const ids = new Map(columns.map((column) => [column.id, newFieldId()]));
  return {
    ...copy,
    options: {
      ...field.options,
      columns: columns.map((column) => ({ ...withIds(column, ids), id: ids.get(column.id) ?? newFieldId() })),
    },
  };
}

function renamed(name: Label, copy: Words['copy']): Label {
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
