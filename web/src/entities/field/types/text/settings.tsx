/** One line: of a format, if need be. */
import { Select } from 'antd';
import { Type } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Setting, Toggle } from '@/components/editing/setting';
import { faultFor } from '@/entities/form/editing/faults';

import type { TextFormat } from '../../definition';
import { DefaultText } from '../../editing/default-text';
import { defineFieldDesign, type SettingsProps } from '../../editing/field-design';
import { LengthSettings } from '../../editing/length-settings';
import { useOption } from '../../editing/use-option';
import { useTypeWords } from '../../type-words';

const FORMATS: (TextFormat | '')[] = ['', 'phone', 'email', 'url', 'credit_code'];

function Settings(props: SettingsProps) {
  const { t } = useTranslation('field');
  const words = useTypeWords('text');
  const set = useOption(props);
  const { field, faults } = props;
  const options = field.options ?? {};
  return (
    <LengthSettings {...props} usual={200} longest={1000}>
      <Setting label={t('setting.format')} error={faultFor(faults, 'options/mask')}>
        {(input) => (
          <Select<TextFormat | ''>
            {...input}
            value={options.format ?? ''}
            options={FORMATS.map((value) => ({
              value,
              label: words(`format.${value || 'any'}`),
            }))}
            onChange={(format) => set('format', format || undefined)}
          />
        )}
      </Setting>
      <Toggle
        label={words('scan.label')}
        hint={words('scan.hint')}
        checked={options.scan === true}
        onChange={(checked) => set('scan', checked)}
      />
    </LengthSettings>
  );
}

export const design = defineFieldDesign({
  icon: Type,
  group: 'text',
  unique: true,
  indexed: true,
  column: true,
  listed: true,
  titled: true,
  inSerials: true,
  Settings,
  Default: DefaultText,
  sample: (_, words) => words('sample'),
});
