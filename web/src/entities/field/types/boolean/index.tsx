/** Yes or no: only formulas result in it. */
import { useTranslation } from 'react-i18next';

import { defineFieldType, type TextProps } from '../../field-type';

function YesOrNo({ value }: TextProps) {
  const { t } = useTranslation('components');
  return value === true ? t('yes') : t('no');
}

export const fieldType = defineFieldType({
  type: 'boolean',
  compare: 'boolean',
  ordered: 'first',
  Text: YesOrNo,
});
