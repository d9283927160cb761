/** One or several people or departments. */
import { useTranslation } from 'react-i18next';

import { Section, Toggle } from '@/components/editing/setting';

import type { SettingsProps } from './field-design';
import { useOption } from './use-option';

export function PeopleSettings(props: SettingsProps) {
  const { t } = useTranslation('field');
  const set = useOption(props);
  return (
    <Section title={t('setting.content')}>
      <Toggle
        label={t('setting.multiple')}
        {...(props.fixed ? { hint: t('setting.fixed') } : {})}
        disabled={props.fixed}
        checked={props.field.options?.multiple === true}
        onChange={(checked) => set('multiple', checked)}
      />
    </Section>
  );
}
