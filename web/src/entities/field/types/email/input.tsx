/** An e-mail address, with the keyboard for it. */
import type { Cell, Complaint } from '../../cell';
import type { Field } from '../../definition';
import { isEmail } from '../../inputs/codes';
import type { InputProps } from '../../inputs/input-props';
import { LineInput } from '../../inputs/line-input';

export function Input(props: InputProps) {
  return <LineInput {...props} mode="email" longest={320} />;
}

export const check = (_: Field, cell: Cell): Complaint | null =>
  isEmail((cell as string).trim()) ? null : { code: 'email', limit: '' };
