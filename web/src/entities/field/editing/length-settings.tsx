/** How short and how long a text may be. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Pair, Section, WholeSetting } from '@/components/editing/setting';
import { faultFor } from '@/entities/form/editing/faults';

import type { SettingsProps } from './field-design';
import { useOption } from './use-option';

interface Props extends SettingsProps {
  /** The length that a field has without a limit of its own, and the most that may be set. */
  usual: number;
  longest: number;
  children?: ReactNode;
}

export function LengthSettings({ usual, longest, children, ...props }: Props) {
  const { t } = useTranslation('field');
  const set = useOption(props);
  const { field, faults } = props;
  const options = field.options ?? {};
  return (
    <Section title={t('setting.content')}>
      {children}
      <Pair>
        <WholeSetting
          label={t('setting.minLength')}
          error={faultFor(faults, 'options/min_length')}
          value={options.min_length}
          most={longest}
          onChange={(value) => set('min_length', value)}
        />
        <WholeSetting
          label={t('setting.maxLength')}
          error={faultFor(faults, 'options/max_length')}
          value={options.max_length}
          least={1}
          most={longest}
          placeholder={String(usual)}
          onChange={(value) => set('max_length', value)}
        />
      </Pair>
    </Section>
  );
}
