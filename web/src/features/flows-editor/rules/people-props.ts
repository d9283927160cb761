/** What a setting gives its input, as the pickers of people name it. */
import type { InputProps } from '@/components/editing/setting';
import type { PeopleProps } from '@/entities/member/member-select';

export function people(input: InputProps): Pick<PeopleProps, 'id' | 'describedBy' | 'invalid'> {
  return {
    id: input.id,
    describedBy: input['aria-describedby'],
    invalid: input['aria-invalid'] ?? false,
  };
}
