/** A form's definition as the pages know it: the contract's shape, with the options of its field types by name. */
import type { Language } from '@/config/languages';
import type { Schemas } from '@/lib/api/types';

export const FIELD_TYPES = [
  'text',
  'long_text',
  'number',
  'money',
  'percent',
  'date',
  'datetime',
  'choice',
  'choices',
  'member',
  'department',
  'attachment',
  'lines',
  'serial',
  'formula',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** One text for everybody, or one for each language. */
export type Label = Schemas['FormsLabel'];

export interface Choice {
  /** What is stored and what formulas compare with. */
  value: string;
  /** What people read; the value itself if missing. */
  name?: Label;
  color?: string;
}

export type FormulaResult = 'number' | 'money' | 'percent' | 'text' | 'date' | 'boolean';
export type TextFormat = 'phone' | 'email' | 'url' | 'credit_code';
export type SerialNumbering = 'gapless' | 'fast';
export type SerialReset = 'never' | 'year' | 'month' | 'day';

/** All options of all types; docs/forms.md says which type has which. Decimals are text. */
export interface FieldOptions {
  min_length?: number;
  max_length?: number;
  format?: TextFormat;
  mask?: string;
  decimals?: number;
  unit?: string;
  currency?: string;
  /** A decimal, a day, or a count of choices, as the type has it. */
  min?: string | number;
  max?: string | number;
  choices?: Choice[];
  multiple?: boolean;
  max_files?: number;
  max_megabytes?: number;
  extensions?: string[];
  columns?: Field[];
  min_rows?: number;
  max_rows?: number;
  template?: string;
  reset?: SerialReset;
  numbering?: SerialNumbering;
  expression?: string;
  result?: FormulaResult;
}

export interface Field {
  id: string;
  type: FieldType;
  name: Label;
  help?: Label;
  required?: boolean;
  unique?: boolean;
  indexed?: boolean;
  default?: unknown;
  options?: FieldOptions;
  /** Choices that another version of the form offers or offered: shown by name where a record holds them. */
  retired?: Choice[];
}

export type Definition = Omit<Schemas['FormsFormDefinition'], 'fields'> & { fields: Field[] };

/** The definition of a draft, or a published one. */
type Answered = Schemas['FormsFormDefinition'] | Schemas['FormsPublishedDefinition'];
type Published = Pick<Schemas['FormsForm'], 'definition' | 'retired_choices'>;

/**
 * The server has checked what it answers: every field has an id and a known type. `form`, as it is published now, knows
 * the names of choices that this version does not have.
 */
export function definitionOf(answered: Answered, form?: Published): Definition {
  const definition = answered as Definition;
  if (!form) return definition;
  const newest = answered === form.definition ? [] : (form.definition as Definition).fields;
  return { ...definition, fields: withRetired(definition.fields, newest, form.retired_choices, '') };
}

function withRetired(
  fields: Field[],
  newest: Field[],
  retired: Published['retired_choices'],
  prefix: string,
): Field[] {
  return fields.map((field) => {
    const now = newest.find(({ id }) => id === field.id)?.options ?? {};
    const { columns } = field.options ?? {};
    if (columns) {
      const named = withRetired(columns, now.columns ?? [], retired, `${field.id}.`);
      return { ...field, options: { ...field.options, columns: named } };
    }
    const names = [...(now.choices ?? []), ...((retired[prefix + field.id] ?? []) as Choice[])];
    return names.length > 0 ? { ...field, retired: names } : field;
  });
}

/** As the server reads a label: the asked language, else the first that there is. */
export function labelText(label: Label | undefined, language: Language): string {
  if (label === undefined || typeof label === 'string') return label ?? '';
  return label[language] ?? label['zh-CN'] ?? label.en ?? '';
}
