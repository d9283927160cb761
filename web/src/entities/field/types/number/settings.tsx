/** A number: its limits, places and unit. */
import { Input } from 'antd';
import { Hash } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Setting } from '@/components/editing/setting';
import { faultFor } from '@/entities/form/editing/faults';

import { DefaultFigure } from '../../editing/default-figure';
import { defineFieldDesign, type SettingsProps } from '../../editing/field-design';
import { FigureSettings } from '../../editing/figure-settings';
import { useOption } from '../../editing/use-option';

function Settings(props: SettingsProps) {
  const { t } = useTranslation('field');
  const set = useOption(props);
  const { field, faults } = props;
  const options = field.options ?? {};
  const unit = (
    <Setting label={t('setting.unit')} error={faultFor(faults, 'options/unit')}>
      {(input) => (
        <Input
          {...input}
          maxLength={20}
          value={options.unit ?? ''}
          onChange={({ target }) => set('unit', target.value)}
        />
      )}
    </Setting>
  );
  return <FigureSettings {...props} figure="number" beside={unit} />;
}

export const design = defineFieldDesign({
  icon: Hash,
  group: 'number',
  unique: true,
  indexed: true,
  column: true,
  listed: true,
  titled: true,
  Settings,
  Default: DefaultFigure,
  sample: ({ options }) => options?.unit ?? '0',
});
