/** An amount: its currency, limits and places. */
import { Select } from 'antd';
import { Coins } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Setting, Toggle } from '@/components/editing/setting';
import { faultFor } from '@/entities/form/editing/faults';
import { withOption } from '@/lib/editing/omit';

import { DefaultFigure } from '../../editing/default-figure';
import { defineFieldDesign, type SettingsProps } from '../../editing/field-design';
import { FigureSettings } from '../../editing/figure-settings';
import { CURRENCIES } from '../../editing/limits';
import { useOption } from '../../editing/use-option';
import { placesOfField } from '../../places';
import { useTypeWords } from '../../type-words';

function Settings(props: SettingsProps) {
  const { t } = useTranslation('field');
  const typeWords = useTypeWords('money');
  const set = useOption(props);
  const { field, faults, fixed } = props;
  const options = field.options ?? {};
  const currency = (
    <Setting
      label={t('setting.currency')}
      error={faultFor(faults, 'options/currency')}
      {...(fixed ? { hint: t('setting.fixed') } : {})}
    >
      {(input) => (
        <Select
          {...input}
          value={options.currency ?? null}
          disabled={fixed}
          options={CURRENCIES.map((value) => ({ value, label: t(`currency.${value}`) }))}
          onChange={(chosen) => {
            // Only yuan are written in capitals.
            const kept = chosen === 'CNY' ? options : withOption(options, 'words', undefined);
            props.onChange({ ...kept, currency: chosen });
          }}
        />
      )}
    </Setting>
  );
  const words = options.currency === 'CNY' && (
    <Toggle
      label={typeWords('words')}
      error={faultFor(faults, 'options/words')}
      checked={options.words === true}
      onChange={(checked) => set('words', checked)}
    />
  );
  return <FigureSettings {...props} figure="amount" above={currency} below={words} />;
}

export const design = defineFieldDesign({
  icon: Coins,
  group: 'number',
  indexed: true,
  column: true,
  listed: true,
  titled: true,
  options: () => ({ currency: 'CNY' }),
  Settings,
  Default: DefaultFigure,
  sample: (field) => `${field.options?.currency ?? ''} ${(0).toFixed(placesOfField(field))}`,
});
