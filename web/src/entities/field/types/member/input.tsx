/** Colleagues, found by name. */
import { MembersSelect, MemberSelect } from '@/entities/member/member-select';

import { chosenOf, type InputProps } from '../../inputs/input-props';
import { peopleProps } from '../../inputs/people-props';

export function Input(props: InputProps) {
  const { field, value, onChange } = props;
  const ids = chosenOf(value);
  return field.options?.multiple ? (
    <MembersSelect {...peopleProps(props)} value={ids} onChange={onChange} />
  ) : (
    <MemberSelect {...peopleProps(props)} value={ids[0] ?? ''} onChange={onChange} />
  );
}
