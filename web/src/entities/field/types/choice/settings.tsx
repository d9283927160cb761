/** One of a list. */
import { Select } from 'antd';
import { CircleDot } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Setting } from '@/components/editing/setting';
import { useClear } from '@/components/use-clear';

import { defineFieldDesign, type DefaultProps } from '../../editing/field-design';
import { useLabelLanguage } from '../../label';

import { choiceText, startingChoices } from './choice-names';
import { ChoicesSample } from './choices-sample';
import { ListSettings } from './list-settings';

function Default({ field, error, onChange }: DefaultProps) {
  const clear = useClear();
  const { t } = useTranslation('field');
  const language = useLabelLanguage();
  return (
    <Setting label={t('setting.default')} error={error}>
      {(input) => (
        <Select
          {...input}
          allowClear={clear}
          value={typeof field.default === 'string' ? field.default : null}
          placeholder={t('setting.noDefault')}
          options={(field.options?.choices ?? []).map((choice) => ({
            value: choice.value,
            label: choiceText(choice, language),
          }))}
          onChange={(value: string | undefined) => onChange(value)}
        />
      )}
    </Setting>
  );
}

export const design = defineFieldDesign({
  icon: CircleDot,
  group: 'choice',
  indexed: true,
  column: true,
  listed: true,
  titled: true,
  inSerials: true,
  options: startingChoices,
  Settings: ListSettings,
  Default,
  Sample: ({ field }) => <ChoicesSample field={field} several={false} />,
});
