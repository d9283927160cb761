/** The default of a line of text. */
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';

import { Setting } from '@/components/editing/setting';

import type { DefaultProps } from './field-design';

export function DefaultText({ field, error, onChange, longest = 1000 }: DefaultProps & { longest?: number }) {
  const { t } = useTranslation('field');
  return (
    <Setting label={t('setting.default')} error={error}>
      {(input) => (
        <Input
          {...input}
          value={typeof field.default === 'string' ? field.default : ''}
          maxLength={longest}
          onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
        />
      )}
    </Setting>
  );
}
