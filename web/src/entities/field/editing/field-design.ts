/** How a field type is designed: what stands in the palette, what a new field starts with, and its settings. */
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

import type { Place } from '@/entities/form/editing/changes';
import type { Fault } from '@/entities/form/editing/faults';

import type { Field, FieldOptions } from '../definition';
import type { TypeWords } from '../type-words';

export const GROUPS = ['text', 'number', 'choice', 'people', 'more'] as const;

export interface SettingsProps {
  place: Place;
  field: Field;
  /** As it was published last. */
  before: Field | undefined;
  faults: Fault[];
  /** Records hold values: what they mean must not change. */
  fixed: boolean;
  /** `about` joins the letters of one input into one step of undo. */
  onChange: (options: FieldOptions, about?: string) => void;
}

export interface DefaultProps {
  field: Field;
  error: string | undefined;
  /** Undefined: none. */
  onChange: (value: unknown) => void;
}

export interface FieldDesign {
  icon: LucideIcon;
  group: (typeof GROUPS)[number];
  /** The server's own rules: where such a field may stand, and what may be asked of its values. */
  unique?: true;
  indexed?: true;
  column?: true;
  listed?: true;
  titled?: true;
  /** A serial number can say its value. */
  inSerials?: true;
  /** What a new field starts with: enough to be published, where that is possible. */
  options?: (words: TypeWords, newId: () => string) => FieldOptions;
  /** An unfinished field given what it lacks, so that the rest of the form can be tried. */
  fillable?: (field: Field) => Field;
  Settings?: ComponentType<SettingsProps>;
  /** The default, where the type may have one. */
  Default?: ComponentType<DefaultProps>;
  mayHaveDefault?: (field: Field) => boolean;
  /** A picture of what is to be chosen; else what `sample` says stands in a picture of an input. */
  Sample?: ComponentType<{ field: Field }>;
  sample?: (field: Field, words: TypeWords) => string;
}

export function defineFieldDesign(design: FieldDesign): FieldDesign {
  return design;
}
