/** Files: how many, how large, of which kinds. */
import { Select } from 'antd';
import { Paperclip } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Pair, Section, Setting, WholeSetting } from '@/components/editing/setting';

import { defineFieldDesign, type SettingsProps } from '../../editing/field-design';
import { EXTENSIONS } from '../../editing/limits';
import { useOption } from '../../editing/use-option';

function Settings(props: SettingsProps) {
  const { t } = useTranslation('field');
  const set = useOption(props);
  const options = props.field.options ?? {};
  return (
    <Section title={t('setting.content')}>
      <Pair>
        <WholeSetting
          label={t('setting.maxFiles')}
          value={options.max_files}
          least={1}
          most={20}
          placeholder="10"
          onChange={(value) => set('max_files', value)}
        />
        <WholeSetting
          label={t('setting.maxMegabytes')}
          value={options.max_megabytes}
          least={1}
          most={100}
          placeholder="20"
          onChange={(value) => set('max_megabytes', value)}
        />
      </Pair>
      <Setting label={t('setting.extensions')}>
        {(input) => (
          <Select
            {...input}
            mode="multiple"
            value={options.extensions ?? []}
            placeholder={t('setting.allExtensions')}
            options={EXTENSIONS.map((value) => ({ value, label: value }))}
            onChange={(chosen) => set('extensions', chosen.length > 0 ? chosen : undefined)}
          />
        )}
      </Setting>
    </Section>
  );
}

export const design = defineFieldDesign({
  icon: Paperclip,
  group: 'more',
  column: true,
  Settings,
  sample: (_, words) => words('sample'),
});
