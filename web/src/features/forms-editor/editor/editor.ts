/** What the parts of the editor share: the definition, what is selected, and the ways to change both. */
import { createContext, useContext } from 'react';

import type { Language } from '@/config/languages';
import type { Saver } from '@/lib/editing/saver';
import type { Definition, Field, FieldType } from '@/lib/forms/definition';

import type { FormDraft } from '../api';
import type { Place } from '../model/changes';
import type { Fault } from '../model/faults';

export interface Editor {
  formId: string;
  language: Language;
  definition: Definition;
  /** As published last; null before the first time. */
  published: Definition | null;
  /** Whether this person may give all records to further roles, to read and to change. */
  mayGive: FormDraft['may_give'];
  selected: Place | null;
  faults: Fault[];
  /** Just added: its name wants to be typed. */
  fresh: string | null;
  saver: Saver<Definition>;
  select: (place: Place | null) => void;
  /** `about` joins the letters of one input into one step of undo. */
  change: (definition: Definition, about?: string) => void;
  changeField: (place: Place, field: Field, about?: string) => void;
  /** At `index`, else below what is selected, else at the end. */
  add: (type: FieldType, index?: number) => void;
  addColumn: (lines: string, type: FieldType) => void;
  duplicate: (place: Place) => void;
  remove: (place: Place) => void;
  move: (place: Place, by: number) => void;
  moveTo: (place: Place, index: number) => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('Only below EditorContext.');
  return editor;
}
