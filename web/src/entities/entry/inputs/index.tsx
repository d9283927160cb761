/** Which input a field has. */
import type { ComponentType } from 'react';

import type { FieldType } from '@/entities/field/definition';

import { OneChoice, People, SeveralChoices } from './choice-inputs';
import { DayLine, MomentLine } from './date-inputs';
import type { InputProps } from './input-props';
import { NumberLine, Paragraphs, TextLine } from './text-inputs';

/** Files, lines and what the server fills in have more to them than one value: see field-entry.tsx. */
export type SimpleType = Exclude<FieldType, 'attachment' | 'lines' | 'serial' | 'formula'>;

const INPUTS: Record<SimpleType, ComponentType<InputProps>> = {
  text: TextLine,
  long_text: Paragraphs,
  number: NumberLine,
  money: NumberLine,
  percent: NumberLine,
  date: DayLine,
  datetime: MomentLine,
  choice: OneChoice,
  choices: SeveralChoices,
  member: People,
  department: People,
};

export function SimpleInput(props: InputProps) {
  const Input = INPUTS[props.field.type as SimpleType];
  return <Input {...props} />;
}
