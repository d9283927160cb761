/** Between which days a day may lie. */
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';

import { Pair, Section, Setting } from '@/components/editing/setting';
import { faultFor } from '@/entities/form/editing/faults';

import type { SettingsProps } from './field-design';
import { useOption } from './use-option';

export function DaySettings(props: SettingsProps) {
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
