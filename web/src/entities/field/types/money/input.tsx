/** An amount with its currency: grouped while nobody is typing in it, as it will be shown everywhere else. */
import { useTranslation } from 'react-i18next';

import { minorUnits } from '@/lib/format/currency';
import { useFormats } from '@/lib/format/formats';
import { useMe } from '@/lib/session/me';

import type { InputProps } from '../../inputs/input-props';
import { NumberInput } from '../../inputs/number-input';
import { isNumber, placesOf, plainNumber } from '../../numbers';

import { InWords } from './in-words';

export function Input(props: InputProps) {
  const { t } = useTranslation('entry');
  const formats = useFormats(useMe().company.zone);
  const { currency = 'CNY', decimals } = props.field.options ?? {};
  const least = Math.min(minorUnits(currency), decimals ?? Infinity);
  /** 1234.5 → 1,234.50; what is no number stays as it was typed. */
  const grouped = (typed: string) =>
    isNumber(typed) ? formats.number(typed, Math.max(least, placesOf(typed))) : typed;
  const plain = plainNumber((props.value as string | undefined) ?? '');
  return (
    <>
      <NumberInput {...props} prefix={t(`currency.${currency as 'CNY'}`)} grouped={grouped} />
      {props.field.options?.words === true && isNumber(plain) && <InWords amount={plain} />}
    </>
  );
}
