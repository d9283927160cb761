/** A time of day. */
import { Input } from 'antd';
import { Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Setting } from '@/components/editing/setting';

import { defineFieldDesign, type DefaultProps } from '../../editing/field-design';

function Default({ field, error, onChange }: DefaultProps) {
  const { t } = useTranslation('field');
  return (
    <Setting label={t('setting.default')} error={error}>
      {(input) => (
        <Input
          {...input}
          type="time"
          value={typeof field.default === 'string' ? field.default : ''}
          onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
        />
      )}
    </Setting>
  );
}

export const design = defineFieldDesign({
  icon: Clock,
  group: 'number',
  unique: true,
  indexed: true,
  column: true,
  listed: true,
  titled: true,
  Default,
  sample: () => '09:00',
});
