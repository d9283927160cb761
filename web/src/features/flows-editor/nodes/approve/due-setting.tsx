/** How long whoever is asked has to decide. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { Setting } from '@/components/editing/setting';

import { dueText, USUAL_HOURS } from '../../model/due';

interface Props {
  value: number | undefined;
  error: string | undefined;
  onChange: (hours: number | undefined) => void;
}

const NONE = 0;

export function DueSetting({ value, error, onChange }: Props) {
  const { t } = useTranslation('flows-editor');
  const hours = [...new Set([...USUAL_HOURS, ...(value ? [value] : [])])].sort((one, other) => one - other);
  return (
    <Setting label={t('setting.due')} hint={t('due.hint')} error={error}>
      {(input) => (
        <Select
          {...input}
          value={value ?? NONE}
          options={[NONE, ...hours].map((each) => ({ value: each, label: dueText(each, t) }))}
          onChange={(chosen) => onChange(chosen === NONE ? undefined : chosen)}
        />
      )}
    </Setting>
  );
}
