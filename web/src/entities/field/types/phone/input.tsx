/** A phone number, with the keyboard for it. */
import type { Cell, Complaint } from '../../cell';
import type { Field } from '../../definition';
import { isMobile, isPhone, plainPhone } from '../../inputs/codes';
import type { InputProps } from '../../inputs/input-props';
import { LineInput } from '../../inputs/line-input';

export function Input(props: InputProps) {
  return <LineInput {...props} mode="tel" longest={40} />;
}

export function check({ options }: Field, cell: Cell): Complaint | null {
  const number = plainPhone((cell as string).trim());
  if (options?.kind === 'mobile' && !isMobile(number)) return { code: 'mobile', limit: '' };
  return isPhone(number) ? null : { code: 'phone', limit: '' };
}
