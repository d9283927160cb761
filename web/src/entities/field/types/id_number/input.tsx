/** The number of an identity card. */
import type { Cell, Complaint } from '../../cell';
import type { Field } from '../../definition';
import { idNumberFault, upper } from '../../inputs/codes';
import type { InputProps } from '../../inputs/input-props';
import { LineInput } from '../../inputs/line-input';

export function Input(props: InputProps) {
  return <LineInput {...props} longest={40} />;
}

export function check(_: Field, cell: Cell): Complaint | null {
  const code = idNumberFault(upper(cell as string));
  return code && { code, limit: '' };
}
