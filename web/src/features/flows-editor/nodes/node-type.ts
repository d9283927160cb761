/** What a node of a flow is to the editor: a folder here, whose `index.tsx` answers as one object. */
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

import type { Named } from '@/entities/condition/text';
import type { Operand } from '@/entities/condition/types';

import type { Words } from '../model/new-step';
import type { Rule, Step, StepType } from '../model/types';

export type StepOf<T extends StepType> = Extract<Step, { type: T }>;

export interface NodeSettingsProps<S extends Step = Step> {
  step: S;
  /** After something was done that closes the settings on a phone. */
  onDone?: (() => void) | undefined;
}

export interface NodeModule<T extends StepType = StepType> {
  type: T;
  /** Its place in the menu. */
  rank: number;
  icon: LucideIcon;
  /** Another picture for some settings. */
  other?: { icon: LucideIcon; when: (step: StepOf<T>) => boolean };
  /** Only where nothing comes after it; only where branches can be nested deeper. */
  offered?: 'last' | 'nestable';
  /** As complete as it can be without knowing the company. */
  create: (common: { id: string; name: string }, words: Words) => StepOf<T>;
  /** Rules that name people. */
  rules?: (step: StepOf<T>) => Rule[];
  /** Members beside those of the rules whose names the card or the changes need. */
  named?: (step: StepOf<T>, operands: Operand[]) => Named;
  /** Fields that it looks at, beside those of the rules. */
  reads?: (step: StepOf<T>) => string[];
  /** What stands on its card; a branch has arms instead. */
  Summary?: ComponentType<{ step: StepOf<T> }>;
  Settings: ComponentType<NodeSettingsProps<StepOf<T>>>;
}

/** Inside, each module knows its own step; outside, a step is always given to the module of its type. */
export function defineNode<T extends StepType>(module: NodeModule<T>): NodeModule {
  return module as unknown as NodeModule;
}
