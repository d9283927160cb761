/** Departments, each named with those above it. */
import { DepartmentsSelect } from '@/entities/member/org-select';

import { chosenOf, type InputProps } from '../../inputs/input-props';
import { peopleProps } from '../../inputs/people-props';

export function Input(props: InputProps) {
  const { field, value, onChange } = props;
  const multiple = field.options?.multiple ?? false;
  return (
    <DepartmentsSelect
      {...peopleProps(props)}
      multiple={multiple}
      value={chosenOf(value)}
      onChange={(chosen) => onChange(multiple ? chosen : (chosen[0] ?? ''))}
    />
  );
}
