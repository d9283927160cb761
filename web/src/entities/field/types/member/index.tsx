/** A colleague, or several. */
import { useMemberName } from '@/entities/member/names';

import { AS_IT_IS } from '../../compared';
import { defineFieldType } from '../../field-type';
import { NamedIds } from '../../named-ids';
import { textOf } from '../../operands';
import { readMembers } from '../../parse/read-people';

function Name({ id }: { id: string }) {
  return <span>{useMemberName(id) ?? '…'}</span>;
}

export const fieldType = defineFieldType({
  type: 'member',
  compare: 'member',
  compareSeveral: 'members',
  ordered: 'first',
  compared: AS_IT_IS,
  roomy: true,
  several: ({ options }) => options?.multiple === true,
  keepsUnparsed: true,
  takesText: true,
  looksUp: 'members',
  Text: ({ value }) => <NamedIds value={value} name={Name} />,
  meant: ({ default: value, options = {} }, { memberId }) => {
    if (value !== '@me') return value;
    return options.multiple ? [memberId] : memberId;
  },
  parse: (field, text, { people }) => ({ cell: readMembers(field, text, people) }),
  operand: (_, cell) => textOf(cell),
  sample: ({ options = {} }, { memberId }) => (options.multiple ? [memberId] : memberId),
});
