/** The limits and the places of a number, an amount or a rate. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { DecimalSetting, Pair, Section, WholeSetting } from '@/components/editing/setting';
import { faultFor } from '@/entities/form/editing/faults';
import { withOption } from '@/lib/editing/omit';

import type { FigureKind } from '../field-type';
import { MOST_DECIMALS, placesOfField } from '../places';

import type { SettingsProps } from './field-design';
import { useOption } from './use-option';

interface Props extends SettingsProps {
  figure: FigureKind;
  /** What is set before the limits, and beside the places. */
  above?: ReactNode;
  beside?: ReactNode;
  below?: ReactNode;
}

export function FigureSettings({ figure, above, beside, below, ...props }: Props) {
  const { t } = useTranslation('field');
  const set = useOption(props);
  const { field, faults } = props;
  const options = field.options ?? {};
  const unset = { ...field, options: withOption(options, 'decimals', undefined) };
  return (
    <Section title={t('setting.content')}>
      {above}
      <Pair>
        {(['min', 'max'] as const).map((name) => (
          <DecimalSetting
            key={name}
            label={t(`setting.${name}`)}
            error={faultFor(faults, `options/${name}`)}
            value={String(options[name] ?? '')}
            percent={figure === 'rate'}
            onChange={(text) => set(name, text)}
          />
        ))}
      </Pair>
      <Pair>
        <WholeSetting
          label={t('setting.decimals')}
          error={faultFor(faults, 'options/decimals')}
          value={options.decimals}
          most={MOST_DECIMALS[figure]}
          placeholder={figure === 'number' ? t('setting.asNeeded') : String(placesOfField(unset))}
          onChange={(value) => set('decimals', value)}
        />
        {beside}
      </Pair>
      {below}
    </Section>
  );
}
