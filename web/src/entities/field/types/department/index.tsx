/** A department of the company, or several. */
import { useDepartmentName } from '@/entities/member/names';

import { AS_IT_IS } from '../../compared';
import { defineFieldType } from '../../field-type';
import { NamedIds } from '../../named-ids';
import { textOf } from '../../operands';
import { readDepartments } from '../../parse/read-people';

function Name({ id }: { id: string }) {
  return <span>{useDepartmentName(id) ?? '…'}</span>;
}

export const fieldType = defineFieldType({
  type: 'department',
  compare: 'department',
  compareSeveral: 'departments',
  ordered: 'first',
  compared: AS_IT_IS,
  roomy: true,
  several: ({ options }) => options?.multiple === true,
  keepsUnparsed: true,
  takesText: true,
  looksUp: 'departments',
  Text: ({ value }) => <NamedIds value={value} name={Name} />,
  parse: (field, text, { people }) => ({ cell: readDepartments(field, text, people) }),
  operand: (_, cell) => textOf(cell),
  sample: ({ options = {} }, { departmentId }) => (options.multiple ? [departmentId] : departmentId),
});
