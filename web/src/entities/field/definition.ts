/** A field of a form as the pages know it: the contract's shape, with the options of its type by name. */
import type { Label } from './label';
import type { RegionLevel } from './regions/regions';

/** In the order of the palette. A new type is a line here and a folder in `types/`. */
export const FIELD_TYPES = [
  'text',
  'long_text',
  'email',
  'phone',
  'url',
  'id_number',
  'credit_code',
  'number',
  'money',
  'percent',
  'rating',
  'date',
  'datetime',
  'time',
  'date_range',
  'choice',
  'choices',
  'cascade',
  'region',
  'address',
  'member',
  'department',
  'lines',
  'formula',
  'attachment',
  'image',
  'signature',
  'location',
  'serial',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface Choice {
  /** What is stored and what formulas compare with. */
  value: string;
  /** What text and programs call it; the server has one of its own if it is missing. */
  key?: string;
  /** What people read; the value itself if missing. */
  name?: Label;
  color?: string;
  /** Of a cascade: the value of the choice that it stands below. */
  parent?: string;
}

export type FormulaResult = 'number' | 'money' | 'percent' | 'text' | 'date' | 'boolean';
export type TextFormat = 'phone' | 'email' | 'url' | 'credit_code';
export type PhoneKind = 'any' | 'mobile';
export type SerialNumbering = 'gapless' | 'fast';
export type SerialReset = 'never' | 'year' | 'month' | 'day';

/** All options of all types; docs/forms.md says which type has which. Decimals are text. */
export interface FieldOptions {
  min_length?: number;
  max_length?: number;
  format?: TextFormat;
  mask?: string;
  kind?: PhoneKind;
  decimals?: number;
  unit?: string;
  currency?: string;
  words?: boolean;
  scan?: boolean;
  /** A decimal, a day, or a count of choices, as the type has it. */
  min?: string | number;
  max?: string | number;
  choices?: Choice[];
  any_level?: boolean;
  level?: RegionLevel;
  postcode?: boolean;
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
  /** What text and programs call it; the id if it is missing. */
  key?: string;
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
