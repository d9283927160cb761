/** What every part of the editor needs to know. */
import { createContext, useContext } from 'react';

import type { DynamicName } from '../dynamic';
import type { Comparison, Operand } from '../types';

export interface EditorState {
  operands: Operand[];
  everybody: boolean;
  /** Fields of the record that is being filled in, whose values may be compared with. */
  own: Operand[];
  /** Nothing is looked up when the condition is asked: no relative days, no "me". */
  still: boolean;
  /** Of what is looked up, what is not offered. */
  without: readonly DynamicName[];
  /** A comparison to begin with. */
  make: () => Comparison;
}

export const EditorContext = createContext<EditorState>({
  operands: [],
  everybody: false,
  own: [],
  still: false,
  without: [],
  make: () => ({ field: '', op: 'eq', value: '' }),
});

export function useEditorState(): EditorState {
  return useContext(EditorContext);
}
