/** Pictures: how many, how large. */
import { Image } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Pair, Section, WholeSetting } from '@/components/editing/setting';

import { defineFieldDesign, type SettingsProps } from '../../editing/field-design';
import { useOption } from '../../editing/use-option';
import { useTypeWords } from '../../type-words';

function Settings(props: SettingsProps) {
  const { t } = useTranslation('field');
  const words = useTypeWords('image');
  const set = useOption(props);
  const options = props.field.options ?? {};
  return (
    <Section title={t('setting.content')}>
      <Pair>
        <WholeSetting
          label={words('most')}
          value={options.max_files}
          least={1}
          most={20}
          placeholder="9"
          onChange={(value) => set('max_files', value)}
        />
        <WholeSetting
          label={t('setting.maxMegabytes')}
          value={options.max_megabytes}
          least={1}
          most={20}
          placeholder="10"
          onChange={(value) => set('max_megabytes', value)}
        />
      </Pair>
    </Section>
  );
}

export const design = defineFieldDesign({
  icon: Image,
  group: 'more',
  column: true,
  Settings,
  sample: (_, words) => words('sample'),
});
