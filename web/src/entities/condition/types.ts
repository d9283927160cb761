/** A condition as the server's `conditions` has it: a tree of comparisons; and what it is about. */
import type { FieldType, FormulaResult } from '@/entities/field/definition';

/**
 * Looked up when the condition is asked: days relative to today, what the actor is, and what a field of the record that
 * is being filled in holds.
 */
export type Dynamic = { relative: string; n?: number } | { me: true } | { my: string } | { field: string };
export type Value = string | boolean | Dynamic;

export interface Comparison {
  field: string;
  op: string;
  value?: string | number | boolean | null | Dynamic | (string | number | Dynamic)[];
}

export type Condition = Comparison | { all: Condition[] } | { any: Condition[] } | { not: Condition };

/** As what a value is compared: the server's own kinds. `opaque` can only be asked whether it is empty. */
export type Kind =
  | 'text'
  | 'decimal'
  | 'date'
  | 'datetime'
  | 'time'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'member'
  | 'members'
  | 'department'
  | 'departments'
  | 'roles'
  | 'record'
  | 'records'
  | 'region'
  | 'opaque';

/** A field of the form, as conditions see it. Columns of lines are not among them. */
export interface ConditionField {
  id: string;
  /** In the page's language. */
  name: string;
  kind: Exclude<Kind, 'roles'>;
  /** What it looks like to people; of a formula the type of its result: percentages are stored as fractions. */
  shown: Exclude<FieldType, 'formula'> | Exclude<FormulaResult, FieldType>;
  /** Of choices, in the form's order; `label` in the page's language. */
  choices: { value: string; label: string }[];
  currency?: string;
  unit?: string;
  /** Of links: the forms whose records are meant. */
  forms?: string[];
}

/** What a condition can look at. `of` says what it is about: the form, whoever submits, or what every record has. */
export interface Operand extends Omit<ConditionField, 'kind' | 'shown'> {
  kind: Kind;
  shown: ConditionField['shown'] | 'role';
  of: 'form' | 'initiator' | 'record';
}

/** Names of what stands in a condition as an id; undefined while unknown. */
export interface Names {
  member: (id: string) => string | undefined;
  role: (id: string) => string | undefined;
  department: (id: string) => string | undefined;
  record: (id: string) => string | undefined;
  region?: (code: string) => string | undefined;
}

/** What checking says about one part. */
export interface Fault {
  /** Where, below what an editor edits, without a leading slash: `any/0/all/1/value`; '' for all of it. */
  at: string;
  message: string;
  /** A warning does not stand in the way of publishing. */
  warns: boolean;
}

export function isDynamic(value: unknown): value is Dynamic {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a field of the record that is being filled in holds. */
export function isOwn(value: unknown): value is { field: string } {
  return isDynamic(value) && 'field' in value;
}

export function isComparison(condition: Condition): condition is Comparison {
  return 'field' in condition;
}
