/** What is chosen: options of the form, colleagues, departments. */
import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { BY_LABEL } from '@/components/searching';
import { useClear } from '@/components/use-clear';
import { choiceName } from '@/entities/field/choices';
import type { Field } from '@/entities/field/definition';
import { useLabelLanguage } from '@/entities/field/label';
import { MembersSelect, MemberSelect } from '@/entities/member/member-select';
import { DepartmentsSelect } from '@/entities/member/org-select';

import { chosenOf, common, rawOf, type InputProps } from './input-props';
import styles from './inputs.module.css';

/** As many as can be seen at once without reading a list. */
const IN_SIGHT = 6;
const SEARCHED = 8;

export function OneChoice(props: InputProps) {
  const clear = useClear();
  const { t } = useTranslation('entry');
  const options = useOptions(props.field, props.value);
  const [value] = chosenOf(props.value);
  return (
    <Select<string>
      {...common(props)}
      className={styles.wide ?? ''}
      allowClear={clear}
      placeholder={<Raw text={rawOf(props.value)} otherwise={t('choose')} />}
      {...(options.length > SEARCHED ? { showSearch: BY_LABEL } : {})}
      value={value ?? null}
      options={options}
      onChange={(chosen: string | undefined) => props.onChange(chosen ?? '')}
    />
  );
}

export function SeveralChoices(props: InputProps) {
  const { t } = useTranslation('entry');
  const options = useOptions(props.field, props.value);
  const value = chosenOf(props.value);
  if (options.length <= IN_SIGHT && props.label === undefined) {
    return (
      <Checkbox.Group
        className={styles.checks ?? ''}
        options={options}
        value={value}
        onChange={props.onChange}
      />
    );
  }
  return (
    <Select<string[]>
      {...common(props)}
      mode="multiple"
      className={styles.wide ?? ''}
      placeholder={<Raw text={rawOf(props.value)} otherwise={t('choose')} />}
      showSearch={BY_LABEL}
      value={value}
      options={options}
      onChange={props.onChange}
    />
  );
}

/** What the form offers, and what the record held already though the form does not offer it any more: it may stay. */
function useOptions(field: Field, chosen: InputProps['value']): { value: string; label: string }[] {
  const { t } = useTranslation('entry');
  const language = useLabelLanguage();
  const [held] = useState(chosen);
  const offered = (field.options?.choices ?? []).map(({ value }) => value);
  const kept = [...chosenOf(held), ...chosenOf(chosen)];
  const removed = [...new Set(kept)].filter((value) => value !== '' && !offered.includes(value));
  return [
    ...offered.map((value) => ({ value, label: choiceName(field, value, language) })),
    ...removed.map((value) => ({
      value,
      label: t('removedChoice', { name: choiceName(field, value, language) }),
    })),
  ];
}

function Raw({ text, otherwise }: { text: string | undefined; otherwise: string }) {
  return text === undefined ? otherwise : <span className={styles.raw}>{text}</span>;
}

export function People({ field, id, value, onChange, onBlur, invalid, label, describedBy }: InputProps) {
  const multiple = field.options?.multiple ?? false;
  const ids = chosenOf(value);
  const raw = rawOf(value);
  const placeholder = raw === undefined ? undefined : <Raw text={raw} otherwise="" />;
  const common = { id, onBlur, invalid, label, describedBy, placeholder };
  if (field.type === 'department') {
    return (
      <DepartmentsSelect
        {...common}
        multiple={multiple}
        value={ids}
        onChange={(chosen) => onChange(multiple ? chosen : (chosen[0] ?? ''))}
      />
    );
  }
  return multiple ? (
    <MembersSelect {...common} value={ids} onChange={onChange} />
  ) : (
    <MemberSelect {...common} value={ids[0] ?? ''} onChange={onChange} />
  );
}
