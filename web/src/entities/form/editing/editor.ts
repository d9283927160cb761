/** What the parts of the editor share: the definition, what is selected, and the ways to change both. */
import { createContext, useContext } from 'react';

import type { Language } from '@/config/languages';
import type { Field, FieldType } from '@/entities/field/definition';
import type { Schemas } from '@/lib/api/types';
import type { Saver } from '@/lib/editing/saver';

import type { Definition } from '../definition';
import type { Part } from '../layout/blocks';

import type { Place } from './changes';
import type { Fault } from './faults';
import type { Spot } from './layout-changes';

export interface Editor {
  formId: string;
  /** The flow that records of the form go through; '' if none is in use. */
  flowId: string;
  language: Language;
  definition: Definition;
  /** As published last; null before the first time. */
  published: Definition | null;
  /** Whether this person may give all records to further roles, to read and to change. */
  mayGive: Schemas['FormsFormDraft']['may_give'];
  selected: Place | null;
  faults: Fault[];
  /** Of the place where somebody is typing: shown when the input is left. */
  heldBack: Fault[];
  /** The faults are those of the draft as it is on the screen. */
  checked: boolean;
  /** Just added: its name wants to be typed. */
  fresh: string | null;
  /** Formulas whose result the builder chose in this session: it no longer follows from the text. */
  chosenResults: Set<string>;
  saver: Saver<Definition>;
  select: (place: Place | null) => void;
  /** `about` joins the letters of one input into one step of undo. */
  change: (definition: Definition, about?: string) => void;
  changeField: (place: Place, field: Field, about?: string) => void;
  /** At `spot`, else below what is selected, else at the end. */
  add: (type: FieldType, spot?: Spot) => void;
  /** Behind the column that is selected, else at the end. */
  addColumn: (lines: string, type: FieldType) => void;
  duplicate: (place: Place) => void;
  /** At once, or after asking where something else uses it. */
  remove: (place: Place) => void;
  move: (place: Place, by: number) => void;
  /** A field into a part, or before all parts. */
  placeAt: (field: string, spot: Spot) => void;
  /** The part that is selected: its settings stand where those of a field do. */
  part: string | null;
  selectPart: (id: string) => void;
  /** At `index` among the parts, else below the selected one. */
  addPart: (kind: Part['kind'], index?: number) => void;
  changePart: (part: Part, about?: string) => void;
  removePart: (id: string) => void;
  /** Stands at `index` among the parts afterwards. */
  movePart: (id: string, index: number) => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('Only below EditorContext.');
  return editor;
}
