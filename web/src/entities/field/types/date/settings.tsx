/** A day: between which days. */
import { Calendar } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { DaySettings } from '../../editing/day-settings';
import { DefaultToggle } from '../../editing/default-toggle';
import { defineFieldDesign, type DefaultProps } from '../../editing/field-design';

function Default(props: DefaultProps) {
  const { t } = useTranslation('field');
  return <DefaultToggle {...props} label={t('setting.today')} token="@today" />;
}

export const design = defineFieldDesign({
  icon: Calendar,
  group: 'number',
  unique: true,
  indexed: true,
  column: true,
  listed: true,
  titled: true,
  inSerials: true,
  Settings: DaySettings,
  Default,
  sample: (_, words) => words('sample'),
});
