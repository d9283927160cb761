/** A day: between which days. */
import { Input } from 'antd';
import { Calendar } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Pair, Section, Setting } from '@/components/editing/setting';
import { faultFor } from '@/entities/form/editing/faults';

import { DefaultToggle } from '../../editing/default-toggle';
import { defineFieldDesign, type DefaultProps, type SettingsProps } from '../../editing/field-design';
import { useOption } from '../../editing/use-option';

function Settings(props: SettingsProps) {
  const { t } = useTranslation('field');
  const set = useOption(props);
  const options = props.field.options ?? {};
  return (
    <Section title={t('setting.content')}>
      <Pair>
        {(['min', 'max'] as const).map((name) => (
          <Setting
            key={name}
            label={t(name === 'min' ? 'setting.earliest' : 'setting.latest')}
            error={faultFor(props.faults, `options/${name}`)}
          >
            {(input) => (
              <Input
                {...input}
                type="date"
                value={options[name] ?? ''}
                onChange={({ target }) => set(name, target.value)}
              />
            )}
          </Setting>
        ))}
      </Pair>
    </Section>
  );
}

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
  Settings,
  Default,
  sample: (_, words) => words('sample'),
});
