/** The inputs of values, by the kind of field: people and options by name, the rest typed as in the form itself. */
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { BY_LABEL } from '@/components/searching';
import { cellToPayload } from '@/entities/entry/to-payload';
import { SimpleInput } from '@/entities/field/inputs/simple-input';
import { RegionsSelect } from '@/entities/field/regions/regions-select';
import { MembersSelect, MemberSelect } from '@/entities/member/member-select';
import { DepartmentsSelect, RolesSelect } from '@/entities/member/org-select';
import { RecordSelect } from '@/entities/record/choose/record-select';
import { recordsOf } from '@/entities/record/choose/sources';
import { useMe } from '@/lib/session/me';

import { isDynamic, type Operand, type Value } from '../types';

import styles from './comparison-row.module.css';
import { DynamicInput } from './dynamic-input';
import { useEditorState } from './editor-context';
import { fieldOf, typedOf } from './typed-value';

interface State {
  operand: Operand;
  label: string;
  invalid: boolean;
  describedBy: string;
}

interface One extends State {
  value: Value;
  /** Whether somebody is in the middle of typing it; never of what is chosen. */
  onTyping: (typing: boolean) => void;
  onChange: (value: Value) => void;
}

/** One value, given here or looked up when asked. */
export function OneValue({ number, ...props }: One & { number: number }) {
  const { operand, value, onChange } = props;
  return (
    <DynamicInput operand={operand} value={value} number={number} onChange={onChange}>
      <GivenValue {...props} />
    </DynamicInput>
  );
}

/** A value that is given here. */
export function GivenValue({ operand, value: given, onChange, onTyping, label, invalid, describedBy }: One) {
  const { everybody } = useEditorState();
  const value = isDynamic(given) ? '' : given;
  const { t } = useTranslation('condition');
  const state = { label, invalid, describedBy };
  const chosen = value === '' ? [] : [String(value)];
  switch (operand.kind) {
    case 'boolean':
      return (
        <Select
          aria-label={label}
          value={value === true}
          options={[
            { value: true, label: t('yes') },
            { value: false, label: t('no') },
          ]}
          onChange={onChange}
        />
      );
    case 'choice':
    case 'choices':
      return (
        <Options
          {...state}
          operand={operand}
          value={chosen[0] ?? null}
          onChange={(next) => onChange(next ?? '')}
        />
      );
    case 'member':
    case 'members':
      return <MemberSelect {...state} everybody={everybody} value={chosen[0] ?? ''} onChange={onChange} />;
    case 'department':
    case 'departments':
      return <DepartmentsSelect {...state} value={chosen} onChange={([next = '']) => onChange(next)} />;
    case 'roles':
      return <RolesSelect {...state} value={chosen} onChange={([next = '']) => onChange(next)} />;
    case 'record':
    case 'records':
      return (
        <RecordSelect
          {...state}
          source={() => recordsOf(operand.forms ?? [])}
          value={chosen}
          onChange={([next = '']) => onChange(next)}
        />
      );
    default:
      return (
        <TypedInput
          {...state}
          operand={operand}
          value={String(value)}
          onTyping={onTyping}
          onChange={onChange}
        />
      );
  }
}

/** Several of these are chosen in one list; others are typed one by one. */
export function chosenAtOnce({ kind }: Operand): boolean {
  return !['text', 'decimal', 'date', 'datetime', 'time', 'boolean', 'opaque'].includes(kind);
}

interface Several extends State {
  value: string[];
  onChange: (values: string[]) => void;
}

export function SeveralValues({ operand, ...props }: Several) {
  const { everybody } = useEditorState();
  switch (operand.kind) {
    case 'member':
    case 'members':
      return <MembersSelect {...props} everybody={everybody} />;
    case 'department':
    case 'departments':
      return <DepartmentsSelect {...props} multiple />;
    case 'roles':
      return <RolesSelect {...props} multiple />;
    case 'record':
    case 'records':
      return <RecordSelect {...props} source={() => recordsOf(operand.forms ?? [])} multiple />;
    case 'region':
      return <RegionsSelect {...props} />;
    default:
      return <Options {...props} operand={operand} multiple />;
  }
}

interface OptionsProps<T> extends State {
  multiple?: boolean;
  value: T;
  onChange: (chosen: T) => void;
}

function Options<T extends string[] | string | null>({
  operand,
  multiple = false,
  value,
  onChange,
  label,
  invalid,
  describedBy,
}: OptionsProps<T>) {
  const { t } = useTranslation('condition');
  return (
    <Select<T>
      {...(multiple ? { mode: 'multiple' } : {})}
      className={styles.wide ?? ''}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      status={invalid ? 'error' : ''}
      placeholder={t('choose')}
      showSearch={BY_LABEL}
      popupMatchSelectWidth={false}
      value={value}
      options={operand.choices}
      labelRender={({ value: chosen }) =>
        operand.choices.find((choice) => choice.value === chosen)?.label ?? t('goneOption')
      }
      onChange={onChange}
    />
  );
}

/** Keeps what was typed as long as it means the stored value: "12.0" on the way to "12.05" must not become "12". */
function TypedInput({
  operand,
  value,
  onChange,
  onTyping,
  label,
  invalid,
  describedBy,
}: One & { value: string }) {
  const { zone } = useMe().company;
  const [typed, type] = useState('');
  const field = fieldOf(operand);
  const stored = (cell: string) => String(cellToPayload(field, cell, zone));
  return (
    <SimpleInput
      field={field}
      id=""
      label={label}
      invalid={invalid}
      describedBy={describedBy}
      value={typed !== '' && stored(typed) === value ? typed : typedOf(field, value, zone)}
      onChange={(cell) => {
        // Only choices and files are anything else.
        onTyping(true);
        type(cell as string);
        onChange(stored(cell as string));
      }}
      onBlur={() => onTyping(false)}
    />
  );
}
