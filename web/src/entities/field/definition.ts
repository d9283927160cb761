/** A field of a form as the pages know it: the contract's shape, with the options of its type by name. */
import type { Condition } from '@/entities/condition/types';

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
  'stage',
  'cascade',
  'region',
  'address',
  'member',
  'department',
  'link',
  'lines',
  'lookup',
  'rollup',
  'formula',
  'attachment',
  'image',
  'signature',
  'location',
  'serial',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export const isFieldType = (name: string): name is FieldType => FIELD_TYPES.some((each) => each === name);

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

export const STAGE_KINDS = ['open', 'won', 'lost', 'paused', 'done'] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

/** One stage of a pipeline; docs/forms.md says what each setting asks of a record that enters it. */
export interface Stage extends Choice {
  kind?: StageKind;
  /** Percent. */
  probability?: number;
  /** Ids of fields. */
  required?: string[];
  /** A condition. */
  entry?: unknown;
  entry_hint?: Label;
  approved?: boolean;
  /** Working hours. */
  sla_hours?: number;
  /** Values of stages that may follow; missing: every other one of the pipeline. */
  to?: string[];
  movers?: { roles?: string[]; departments?: string[]; members?: string[] };
  /** Id of a field. */
  reason?: string;
}

export interface Pipeline {
  value: string;
  name?: Label;
  stages: Stage[];
}

export type FormulaResult = 'number' | 'money' | 'percent' | 'text' | 'date' | 'boolean';
export type TextFormat = 'phone' | 'email' | 'url' | 'credit_code';
export type PhoneKind = 'any' | 'mobile';
export type SerialNumbering = 'gapless' | 'fast';
export type SerialReset = 'never' | 'year' | 'month' | 'day';
/** What becomes of a link when the record that it names is deleted. */
export type OnDelete = 'refuse' | 'clear' | 'cascade';

/** What a pulled-through field does when the value that it was copied from changes. */
export type LookupMode = 'frozen' | 'live';

/** What a roll-up makes of the records that link here. */
export const ROLLUP_FUNCTIONS = ['count', 'distinct', 'sum', 'avg', 'min', 'max', 'first', 'last'] as const;
export type RollupFunction = (typeof ROLLUP_FUNCTIONS)[number];

/** The type and options of the field whose value is pulled through. */
export interface LookupSource {
  type?: FieldType;
  options?: FieldOptions;
}

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
  /** Of lines; a link's are ids of the other form's fields (`shownColumns`). */
  columns?: Field[];
  min_rows?: number;
  max_rows?: number;
  template?: string;
  reset?: SerialReset;
  numbering?: SerialNumbering;
  expression?: string;
  result?: FormulaResult;
  /** The id of the link that a value is pulled through, and of the linked form's field. */
  link?: string;
  from?: string;
  mode?: LookupMode;
  /** Made by the server when the form is published; in a draft what the designer saw last. */
  source?: LookupSource;
  /** The form whose records are rolled up; `link` is the path of its link to this one, `of` the path of the field. */
  form?: string;
  function?: RollupFunction;
  of?: string;
  /** What first and last go by: a field of that form, or `@created_at`. */
  by?: string;
  /** Which of its records count. */
  where?: Condition;
  /** Ids of the forms whose records may be named. */
  forms?: string[];
  /** Which of their records may be chosen. */
  filter?: Condition;
  on_delete?: OnDelete;
  create?: boolean;
  pipelines?: Pipeline[];
  /** Id of the field whose value the stage history keeps. */
  amount?: string;
  /** Of removed stages, where their records go. */
  moved?: Record<string, string>;
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
  /** Of a column: no two rows of a record may hold the same. */
  unique_in_lines?: boolean;
  indexed?: boolean;
  default?: unknown;
  options?: FieldOptions;
  /** Choices that another version of the form offers or offered: shown by name where a record holds them. */
  retired?: Choice[];
}
