/** What the pickers of colleagues and of departments take from the input of a field. */
import type { PeopleProps } from '@/entities/member/member-select';

import { rawOf, type InputProps } from './input-props';
import { RawText } from './raw-text';

export function peopleProps({ id, value, onBlur, invalid, label, describedBy }: InputProps): PeopleProps {
  const raw = rawOf(value);
  const placeholder = raw === undefined ? undefined : <RawText text={raw} otherwise="" />;
  return { id, onBlur, invalid, label, describedBy, placeholder };
}
