/**
 * What a field type is to the web app. A type is a folder in `types/`: `index.tsx` answers, as one object, every
 * question that pages ask about its values; `input.tsx` is how it is filled in, and `settings.tsx` how it is designed,
 * which are loaded only where people fill in or build forms. Its words stand in `locales/`.
 */
import type { ReactNode } from 'react';

import type { Value } from '@/lib/formula';

import type { Cell, Circumstances, Complaint } from './cell';
import type { Compared } from './compared';
import type { Choice, Field, FieldType } from './definition';
import type { ReadContext } from './parse/read-context';
import type { Reading } from './parse/reading';

/** A type of fields, or one that only a formula's result can have. */
export type ValueType = FieldType | 'boolean';

/** As what a figure is written: `amount` has a currency. */
export type FigureKind = 'number' | 'amount' | 'rate';

/** As what conditions compare the values; `opaque` can only be asked whether it is empty. */
export type CompareKind =
  | 'text'
  | 'decimal'
  | 'date'
  | 'datetime'
  | 'time'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'member'
  | 'department'
  | 'record'
  | 'region'
  | 'opaque';

/** The same for a field that may hold several. */
export type CompareSeveral = 'members' | 'departments' | 'records';

export interface TextProps {
  field: Field;
  /** Never blank. */
  value: unknown;
  /** The record that holds the files; without one they are named only. */
  recordId?: string | undefined;
}

/** What a sample is made from: a word for texts, who fills in, and the company's day. */
export interface Sampling extends Circumstances {
  departmentId: string;
  word: string;
}

export interface FieldTypeModule {
  type: ValueType;
  compare: CompareKind;
  /** With the option `multiple`; else the same. */
  compareSeveral?: CompareSeveral;

  /** Rows of fields of its own, or files; else one value. */
  holds?: 'rows' | 'files';
  /** The server fills it in. */
  computed?: true;
  /** Its value is pulled through from a linked record. */
  pulls?: true;
  /** The field whose values these are, under its own id and name; missing: itself. */
  valuesOf?: (field: Field) => Field;
  /** The server keeps its value, whatever is filled in; of a new record it is what this answers. */
  kept?: (field: Field) => unknown;
  /** There is nothing to see of it before the record is submitted. */
  givenAtSubmission?: true;
  /** The server gives the first value, and a move through the stages each next one. */
  moves?: true;
  /** The choices that it offers, and those that it offered once, where they are not `options.choices`. */
  offered?: (field: Field) => Choice[];
  /** A number that stands at the end of its line. */
  figure?: FigureKind;
  /** Takes the whole width: where it is filled in, where it is read. */
  wide?: { input?: true; text?: true };
  /** Several inputs under one name. */
  group?: true;
  /** Long text, of which a history shows the beginning. */
  prose?: true;
  /** How duplicate rules may compare it. Missing: not at all. */
  compared?: Compared;
  /** The title of a record can say it word for word. `first`: without a title the first such field is it. */
  titles?: 'first' | 'named';
  /** Which end of an ordered list people look at first; none: records cannot be ordered by it. */
  ordered: 'first' | 'last' | null;
  /** A list of records shows it only where the form says so. */
  listedOnDemand?: true;
  /** The room of a column of words; others are as narrow as figures. */
  roomy?: true;

  /** A value as people read it. */
  Text: (props: TextProps) => ReactNode;
  /** The type of a value whose field is shown as another one: a formula as what it results in. */
  shownAs?: (field: Field) => ValueType;

  /** Stored values are lists. */
  several?: (field: Field) => boolean;
  /** What was pasted and is not understood stays in it. */
  keepsUnparsed?: true;
  /** Its input takes a pasted text as it is; others have it read first. */
  takesText?: true;
  /** The kind of name that has to be looked up before a text can be read. */
  looksUp?: 'members' | 'departments' | 'records';
  /** Days are written in an order that the whole column tells. */
  dated?: true;
  /** Of a default that means something else at each filling-in. */
  meant?: (field: Field, here: Circumstances) => unknown;
  /** A stored value as the input shows it. */
  toCell?: (value: unknown, here: Circumstances) => Cell;
  /** What was typed as it is sent; the cell itself where this is missing. */
  toPayload?: (cell: Cell, zone: string) => unknown;
  check?: (field: Field, cell: Cell) => Complaint | null;
  /** A pasted text as a cell; missing: it takes no text at all. */
  parse?: (field: Field, text: string, context: ReadContext) => Reading;
  /** What formulas reckon with; undefined: nothing can be reckoned from it. Missing: formulas cannot name it. */
  operand?: (field: Field, cell: Cell) => Value | undefined;
  /** Something plausible, to try a flow with. */
  sample?: (field: Field, here: Sampling) => Cell;
}

/**
 * What only filling in, pasting and computing need of a type. It may stand in `types/<type>/cell.ts`, which the pages that
 * only show values do not load; `cells.ts` puts both together.
 */
export type CellPart = Pick<FieldTypeModule, 'toCell' | 'toPayload' | 'parse' | 'operand' | 'sample'>;

/** Holds the object to its shape, and gives it the name that the registry looks for. */
export function defineFieldType(module: FieldTypeModule): FieldTypeModule {
  return module;
}
