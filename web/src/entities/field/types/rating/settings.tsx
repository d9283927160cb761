/** A score: out of how many. */
import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Section, WholeSetting } from '@/components/editing/setting';
import { faultFor } from '@/entities/form/editing/faults';

import { DefaultFigure } from '../../editing/default-figure';
import { defineFieldDesign, type SettingsProps } from '../../editing/field-design';
import { useOption } from '../../editing/use-option';
import { useTypeWords } from '../../type-words';

import { USUAL_MAX } from '.';

function Settings(props: SettingsProps) {
  const { t } = useTranslation('field');
  const words = useTypeWords('rating');
  const set = useOption(props);
  const { max } = props.field.options ?? {};
  return (
    <Section title={t('setting.content')}>
      <WholeSetting
        label={words('max')}
        error={faultFor(props.faults, 'options/max')}
        value={max === undefined ? undefined : Number(max)}
        least={2}
        most={10}
        placeholder={String(USUAL_MAX)}
        onChange={(value) => set('max', value)}
      />
    </Section>
  );
}

export const design = defineFieldDesign({
  icon: Star,
  group: 'number',
  indexed: true,
  column: true,
  listed: true,
  titled: true,
  Settings,
  Default: DefaultFigure,
  sample: ({ options }) => '☆'.repeat(Number(options?.max ?? USUAL_MAX)),
});
