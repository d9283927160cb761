/** The code of a company. */
import type { Cell, Complaint } from '../../cell';
import type { Field } from '../../definition';
import { isCreditCode, upper } from '../../inputs/codes';
import type { InputProps } from '../../inputs/input-props';
import { LineInput } from '../../inputs/line-input';

export function Input(props: InputProps) {
  return <LineInput {...props} longest={40} />;
}

export const check = (_: Field, cell: Cell): Complaint | null =>
  isCreditCode(upper(cell as string)) ? null : { code: 'creditCode', limit: '' };
