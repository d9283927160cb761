/** A phone number: any, or mobile ones only. */
import { Select } from 'antd';
import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Section, Setting } from '@/components/editing/setting';

import type { PhoneKind } from '../../definition';
import { DefaultText } from '../../editing/default-text';
import { defineFieldDesign, type SettingsProps } from '../../editing/field-design';
import { useOption } from '../../editing/use-option';
import { useTypeWords } from '../../type-words';

const KINDS: PhoneKind[] = ['any', 'mobile'];

function Settings(props: SettingsProps) {
  const { t } = useTranslation('field');
  const words = useTypeWords('phone');
  const set = useOption(props);
  return (
    <Section title={t('setting.content')}>
      <Setting label={words('kind.label')}>
        {(input) => (
          <Select<PhoneKind>
            {...input}
            value={props.field.options?.kind ?? 'any'}
            options={KINDS.map((value) => ({ value, label: words(`kind.${value}`) }))}
            onChange={(kind) => set('kind', kind === 'any' ? undefined : kind)}
          />
        )}
      </Setting>
    </Section>
  );
}

export const design = defineFieldDesign({
  icon: Phone,
  group: 'text',
  unique: true,
  indexed: true,
  column: true,
  listed: true,
  titled: true,
  Settings,
  Default: DefaultText,
  sample: (_, words) => words('sample'),
});
