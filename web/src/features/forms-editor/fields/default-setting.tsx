/** What a field holds before anybody has typed into it. */
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { DecimalSetting, Section, Setting, Toggle } from '@/components/editing/setting';
import { useClear } from '@/components/use-clear';
import type { Field } from '@/entities/field/definition';

import { useEditor } from '../editor/editor';
import { choiceText } from '../model/choices';
import { faultFor, type Fault } from '../model/faults';

interface Props {
  field: Field;
  faults: Fault[];
  /** Undefined: none. */
  onChange: (value: unknown) => void;
}

const HAVE: readonly Field['type'][] = ['text', 'number', 'money', 'percent', 'date', 'choice', 'member'];

export function DefaultSetting({ field, faults, onChange }: Props) {
  const { t } = useTranslation('forms-editor');
  if (!HAVE.includes(field.type) || (field.type === 'member' && field.options?.multiple)) return null;
  return (
    <Section title={t('setting.start')}>
      <DefaultInput field={field} faults={faults} onChange={onChange} />
    </Section>
  );
}

function DefaultInput({ field, faults, onChange }: Props) {
  const clear = useClear();
  const { t } = useTranslation('forms-editor');
  const { language } = useEditor();
  const error = faultFor(faults, 'default');
  const text = typeof field.default === 'string' ? field.default : '';
  const write = (value: string) => onChange(value === '' ? undefined : value);
  switch (field.type) {
    case 'date':
      return (
        <Toggle
          label={t('setting.today')}
          error={error}
          checked={field.default === '@today'}
          onChange={(checked) => onChange(checked ? '@today' : undefined)}
        />
      );
    case 'member':
      return (
        <Toggle
          label={t('setting.me')}
          error={error}
          checked={field.default === '@me'}
          onChange={(checked) => onChange(checked ? '@me' : undefined)}
        />
      );
    case 'choice':
      return (
        <Setting label={t('setting.default')} error={error}>
          {(input) => (
            <Select
              {...input}
              allowClear={clear}
              value={text === '' ? null : text}
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
    case 'text':
      return (
        <Setting label={t('setting.default')} error={error}>
          {(input) => (
            <Input {...input} value={text} maxLength={1000} onChange={({ target }) => write(target.value)} />
          )}
        </Setting>
      );
    default:
      return (
        <DecimalSetting
          label={t('setting.default')}
          error={error}
          value={text}
          percent={field.type === 'percent'}
          onChange={write}
        />
      );
  }
}
