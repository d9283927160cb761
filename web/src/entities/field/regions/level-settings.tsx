/** Down to which level a region is chosen. */
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Section, Setting } from '@/components/editing/setting';

import type { SettingsProps } from '../editing/field-design';
import { useOption } from '../editing/use-option';
import { useTypeWords } from '../type-words';

import { LEVELS, type RegionLevel } from './regions';

export function LevelSettings({ children, ...props }: SettingsProps & { children?: ReactNode }) {
  const { t } = useTranslation('field');
  const words = useTypeWords('region');
  const set = useOption(props);
  return (
    <Section title={t('setting.content')}>
      <Setting label={words('level.label')}>
        {(input) => (
          <Select<RegionLevel>
            {...input}
            value={props.field.options?.level ?? 'district'}
            options={LEVELS.map((value) => ({ value, label: words(`level.${value}`) }))}
            onChange={(level) => set('level', level === 'district' ? undefined : level)}
          />
        )}
      </Setting>
      {children}
    </Section>
  );
}
