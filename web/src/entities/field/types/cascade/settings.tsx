/** A tree of choices, written as an outline. */
import { Input } from 'antd';
import { ListTree } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Section, Setting, Toggle } from '@/components/editing/setting';
import { faultFor } from '@/entities/form/editing/faults';

import { defineFieldDesign, type SettingsProps } from '../../editing/field-design';
import { useOption } from '../../editing/use-option';
import { useLabelLanguage } from '../../label';
import { useTypeWords } from '../../type-words';

import { choicesFrom, MOST_NODES, outlineOf } from './outline';

function Settings(props: SettingsProps) {
  const { t } = useTranslation('field');
  const words = useTypeWords('cascade');
  const language = useLabelLanguage();
  const set = useOption(props);
  const { options = {} } = props.field;
  const choices = options.choices ?? [];
  const stored = outlineOf(choices, language);
  // Indentation that leads nowhere yet, or an empty line, must not vanish while somebody types.
  const [typed, type] = useState(stored);
  const known = { choices, published: props.before?.options?.choices ?? [], language };
  const shown = outlineOf(choicesFrom(typed, known), language) === stored ? typed : stored;
  return (
    <Section title={t('setting.choices')}>
      <Setting
        label={words('outline.label')}
        hint={words('outline.hint', { most: MOST_NODES })}
        error={faultFor(props.faults, 'options/choices')}
      >
        {(input) => (
          <Input.TextArea
            {...input}
            rows={10}
            value={shown}
            onChange={({ target }) => {
              type(target.value);
              set('choices', choicesFrom(target.value, known));
            }}
          />
        )}
      </Setting>
      <Toggle
        label={words('anyLevel')}
        checked={options.any_level === true}
        onChange={(checked) => set('any_level', checked)}
      />
    </Section>
  );
}

export const design = defineFieldDesign({
  icon: ListTree,
  group: 'choice',
  column: true,
  listed: true,
  titled: true,
  inSerials: true,
  options: (words) => ({
    choices: choicesFrom(words('starting'), { choices: [], published: [], language: 'zh-CN' }),
  }),
  Settings,
  sample: (_, words) => words('sample'),
});
