/** What the parts of the editor share: the flow, what is selected, and the ways to change both. */
import { createContext, useContext } from 'react';

import type { ConditionWords } from '@/entities/condition/text';
import type { Form } from '@/entities/form/api';
import type { DraftEditing } from '@/lib/editing/use-draft';

import type { Direction } from '../model/changes';
import type { Finding } from '../model/faults';
import type { ArmPlace, Lane, Spot } from '../model/tree';
import type { Arm, Definition, Step, StepType } from '../model/types';
import type { Words as RuleWords } from '../rules/rule-words';

/** What every sentence about rules and conditions is made with. */
export type Words = RuleWords & ConditionWords;

export interface Editor extends DraftEditing<Definition> {
  flowId: string;
  form: Form;
  words: Words;
  /** null: the flow itself. */
  selected: Spot | null;
  findings: Finding[];
  /** Just added, by its key: its name wants to be typed. */
  fresh: string | null;
  /** The step that looks for a new place. */
  moving: string | null;
  select: (spot: Spot | null) => void;
  changeStep: (step: Step, about?: string) => void;
  changeArm: (place: ArmPlace, arm: Arm, about?: string) => void;
  add: (type: StepType, lane: Lane, index: number) => void;
  addArm: (branch: string) => void;
  duplicate: (spot: Spot) => void;
  remove: (spot: Spot) => void;
  /** An arm has only left and right. */
  move: (spot: Spot, direction: Direction) => void;
  startMoving: (step: string | null) => void;
  /** The step that is moving comes here. */
  put: (lane: Lane, index: number) => void;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('Only below EditorContext.');
  return editor;
}
