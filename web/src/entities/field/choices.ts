/** The choices of a field by name, those that the form no longer offers included. */
import type { Language } from '@/config/languages';

import type { Choice, Field } from './definition';
import { labelText } from './label';

/** What the field offers, then what it offered once: the name of a stored choice is found among them. */
export function knownChoices({ options, retired = [] }: Field): Choice[] {
  return [...(options?.choices ?? []), ...retired];
}

export function choiceName(field: Field, value: string, language: Language): string {
  const choice = knownChoices(field).find((each) => each.value === value);
  return labelText(choice?.name, language) || value;
}
