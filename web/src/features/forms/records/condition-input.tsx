/** The input for one condition, by what its field holds. */
import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { BY_LABEL } from '@/components/searching';
import { useClear } from '@/components/use-clear';
import { choiceName } from '@/entities/field/choices';
import type { Field } from '@/entities/field/definition';
import { useLabelLanguage } from '@/entities/field/label';
import { shownType } from '@/entities/field/registry';
import { MembersSelect } from '@/entities/member/member-select';
import { DepartmentsSelect } from '@/entities/member/org-select';

import styles from './condition-input.module.css';
import { controlOf, type Condition } from './conditions';

interface Props {
  id: string;
  field: Field;
  label: string;
  condition: Condition;
  invalid: boolean;
  onChange: (values: string[]) => void;
}

const DAY = 'YYYY-MM-DD';

export function ConditionInput(props: Props) {
  const { field, condition } = props;
  if (condition.op === 'blank' || condition.op === 'filled') return null;
  switch (controlOf(field)) {
    case 'number':
      return <Ends {...props} as={NumberEnd} />;
    case 'day':
    case 'moment':
      return <Ends {...props} as={DayEnd} />;
    case 'people':
      return <PeopleInput {...props} />;
    case 'choice':
      return <ChoiceInput {...props} />;
    case 'boolean':
      return <TruthInput {...props} />;
    default:
      return <TextInput {...props} />;
  }
}

function TextInput({ id, label, condition, onChange }: Props) {
  return (
    <Input
      id={id}
      aria-label={label}
      maxLength={100}
      value={condition.values[0] ?? ''}
      onChange={(event) => onChange([event.target.value])}
    />
  );
}

interface EndProps {
  id?: string;
  label: string;
  field: Field;
  value: string;
  invalid: boolean;
  onChange: (value: string) => void;
}

function Ends({
  id,
  field,
  label,
  condition,
  invalid,
  onChange,
  as: End,
}: Props & { as: (props: EndProps) => ReactNode }) {
  const { t } = useTranslation('forms');
  const [low = '', high = ''] = condition.values;
  return (
    <div className={styles.ends}>
      <End
        id={id}
        label={t('filter.from', { name: label })}
        field={field}
        value={low}
        invalid={invalid}
        onChange={(value) => onChange([value, high])}
      />
      <span aria-hidden="true">–</span>
      <End
        label={t('filter.to', { name: label })}
        field={field}
        value={high}
        invalid={invalid}
        onChange={(value) => onChange([low, value])}
      />
    </div>
  );
}

function NumberEnd({ id, label, field, value, invalid, onChange }: EndProps) {
  const { t } = useTranslation('entry');
  const { currency = 'CNY', unit } = field.options ?? {};
  const type = shownType(field);
  const suffix = type === 'percent' ? '%' : type === 'number' ? unit : undefined;
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      {...(type === 'money' ? { prefix: t(`currency.${currency as 'CNY'}`) } : suffix ? { suffix } : {})}
      aria-label={label}
      aria-invalid={invalid}
      status={invalid ? 'error' : ''}
      inputMode="decimal"
      autoComplete="off"
      maxLength={60}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function DayEnd({ id, label, value, invalid, onChange }: EndProps) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      className={styles.wide ?? ''}
      aria-label={label}
      status={invalid ? 'error' : ''}
      value={value === '' ? null : dayjs(value)}
      format={DAY}
      onChange={(chosen) => onChange(chosen ? chosen.format(DAY) : '')}
    />
  );
}

function ChoiceInput({ id, field, label, condition, onChange }: Props) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  return (
    <Select<string[]>
      id={id}
      aria-label={label}
      mode="multiple"
      className={styles.wide ?? ''}
      placeholder={t('filter.any')}
      showSearch={BY_LABEL}
      value={condition.values}
      options={(field.options?.choices ?? []).map(({ value }) => ({
        value,
        label: choiceName(field, value, language),
      }))}
      onChange={onChange}
    />
  );
}

function TruthInput({ id, label, condition, onChange }: Props) {
  const clear = useClear();
  const { t } = useTranslation(['forms', 'components']);
  return (
    <Select<string | null>
      id={id}
      aria-label={label}
      className={styles.wide ?? ''}
      allowClear={clear}
      placeholder={t('forms:filter.any')}
      value={condition.values[0] ?? null}
      options={[
        { value: 'true', label: t('components:yes') },
        { value: 'false', label: t('components:no') },
      ]}
      onChange={(chosen: string | null | undefined) => onChange(chosen ? [chosen] : [])}
    />
  );
}

function PeopleInput({ id, field, label, condition, onChange }: Props) {
  const common = { id, label, value: condition.values, onChange };
  // Who has left keeps what he submitted.
  return field.type === 'member' ? (
    <MembersSelect {...common} everybody />
  ) : (
    <DepartmentsSelect {...common} multiple />
  );
}
