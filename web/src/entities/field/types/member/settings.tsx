/** Colleagues: one or several. */
import { UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { DefaultToggle } from '../../editing/default-toggle';
import { defineFieldDesign, type DefaultProps } from '../../editing/field-design';
import { PeopleSettings } from '../../editing/people-settings';

function Default(props: DefaultProps) {
  const { t } = useTranslation('field');
  return <DefaultToggle {...props} label={t('setting.me')} token="@me" />;
}

export const design = defineFieldDesign({
  icon: UserRound,
  group: 'people',
  indexed: true,
  column: true,
  listed: true,
  Settings: PeopleSettings,
  Default,
  mayHaveDefault: ({ options }) => !options?.multiple,
  sample: (_, words) => words('sample'),
});
