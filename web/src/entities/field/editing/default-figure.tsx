/** The default of a number, an amount or a rate. */
import { useTranslation } from 'react-i18next';

import { DecimalSetting } from '@/components/editing/setting';

import type { DefaultProps } from './field-design';

export function DefaultFigure({
  field,
  error,
  onChange,
  percent = false,
}: DefaultProps & { percent?: boolean }) {
  const { t } = useTranslation('field');
  return (
    <DecimalSetting
      label={t('setting.default')}
      error={error}
      value={typeof field.default === 'string' ? field.default : ''}
      percent={percent}
      onChange={(value) => onChange(value === '' ? undefined : value)}
    />
  );
}
