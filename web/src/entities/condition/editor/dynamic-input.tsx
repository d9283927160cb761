/** Where a value comes from: given here, or looked up when the condition is asked (today, this month, me). */
import { InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { dynamicOf, dynamicsFor, isCounted, MOST_DAYS, nameOf, type DynamicName } from '../dynamic';
import { isDynamic, isOwn, type Dynamic, type Operand, type Value } from '../types';

import styles from './comparison-row.module.css';
import { useEditorState } from './editor-context';

interface Props {
  operand: Operand;
  value: Value | undefined;
  number: number;
  onChange: (value: Dynamic | '') => void;
  /** The input of a value that is given here. */
  children: ReactNode;
}

const FIXED = 'fixed';
const OWN = 'own:';

export function DynamicInput({ operand, value, number, onChange, children }: Props) {
  const { t } = useTranslation('condition');
  const state = useEditorState();
  const possible = state.still
    ? []
    : dynamicsFor(operand.kind).filter((each) => !state.without.includes(each));
  const own = state.own.filter((each) => isComparable(each, operand));
  const name = nameOf(value);
  const from = isOwn(value) ? value.field : null;
  if (possible.length === 0 && own.length === 0 && name === null && from === null) return children;
  const shown = name === null || possible.includes(name) ? possible : [...possible, name];
  return (
    <div className={styles.dynamic}>
      <Select<string>
        className={styles.wide ?? ''}
        aria-label={t('how', { number })}
        value={from === null ? (name ?? FIXED) : OWN + from}
        popupMatchSelectWidth={false}
        options={[
          { value: FIXED, label: t(fixedWords(operand)) },
          ...shown.map((each) => ({ value: each, label: t(`dynamic.${each}`) })),
          ...own.map((each) => ({ value: OWN + each.id, label: t('own', { name: each.name }) })),
        ]}
        labelRender={({ label }) => label ?? t('goneField')}
        onChange={(chosen) => onChange(valueOf(chosen))}
      />
      {name === null
        ? from === null && children
        : isCounted(name) &&
          isDynamic(value) &&
          'relative' in value && (
            <InputNumber
              className={styles.wide ?? ''}
              aria-label={t('days', { number })}
              suffix={t('daysUnit')}
              min={1}
              max={MOST_DAYS}
              precision={0}
              value={value.n ?? 1}
              onChange={(n) => onChange({ relative: value.relative, n: n ?? 1 })}
            />
          )}
    </div>
  );
}

function valueOf(chosen: string): Dynamic | '' {
  if (chosen === FIXED) return '';
  if (chosen.startsWith(OWN)) return { field: chosen.slice(OWN.length) };
  return dynamicOf(chosen as DynamicName);
}

function fixedWords({ kind }: Operand) {
  if (kind.startsWith('date')) return 'fixed.date';
  if (kind.startsWith('member')) return 'fixed.person';
  return kind.startsWith('department') ? 'fixed.department' : 'fixed.value';
}

const one = (kind: string) => kind.replace(/s$/, '');

/** Values of the same kind, be it one or several; an option is one of its own field's only, so it is compared as text is. */
function isComparable({ kind, forms }: Operand, { kind: wanted, forms: other }: Operand): boolean {
  if (kind === 'opaque' || one(kind) !== one(wanted)) return false;
  return !forms || !other || forms.some((each) => other.includes(each));
}
