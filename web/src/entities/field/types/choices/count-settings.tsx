/** How few and how many may be chosen. */
import { useTranslation } from 'react-i18next';

import { Pair, Section, WholeSetting } from '@/components/editing/setting';
import { faultFor } from '@/entities/form/editing/faults';

import type { SettingsProps } from '../../editing/field-design';
import { useOption } from '../../editing/use-option';

export function CountSettings(props: SettingsProps) {
  const { t } = useTranslation('field');
  const set = useOption(props);
  const options = props.field.options ?? {};
  return (
    <Section title={t('setting.count')}>
      <Pair>
        {(['min', 'max'] as const).map((name) => (
          <WholeSetting
            key={name}
            label={t(name === 'min' ? 'setting.least' : 'setting.most')}
            error={faultFor(props.faults, `options/${name}`)}
            value={options[name] === undefined ? undefined : Number(options[name])}
            least={name === 'min' ? 0 : 1}
            most={300}
            onChange={(value) => set(name, value)}
          />
        ))}
      </Pair>
    </Section>
  );
}
