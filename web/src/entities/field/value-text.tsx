/** One value of a field for reading. Amounts keep every digit; people and choices are shown by name. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/components/date-text';
import { useDepartmentName, useMemberName } from '@/entities/member/names';

import { choiceName } from './choices';
import type { Field } from './definition';
import { FigureText } from './figure-text';
import { FileLinks, type StoredFile } from './file-links';
import { useLabelLanguage } from './label';
import { shownType } from './shown-type';
import styles from './value-text.module.css';

const FIGURES = ['number', 'money', 'percent'];
type Figure = 'number' | 'money' | 'percent';

interface Props {
  field: Field;
  value: unknown;
  /** The record that holds the files of an attachment. */
  recordId?: string;
}

export function isFigure(field: Field): boolean {
  return FIGURES.includes(shownType(field));
}

export function isBlank(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

export function ValueText({ field, value, recordId }: Props) {
  const { t } = useTranslation('components');
  const language = useLabelLanguage();
  if (isBlank(value)) return <span className={styles.blank}>—</span>;
  const type = shownType(field);
  if (isFigure(field)) {
    return <FigureText {...field.options} type={type as Figure} value={String(value)} />;
  }
  if (type === 'boolean') return value === true ? t('yes') : t('no');
  if (type === 'date') return <DateText value={String(value)} as="date" />;
  if (type === 'datetime') return <DateText value={String(value)} />;
  if (type === 'long_text') return <span className={styles.prose}>{String(value)}</span>;
  if (type === 'attachment') {
    const files = value as StoredFile[];
    if (recordId !== undefined) return <FileLinks recordId={recordId} files={files} />;
    return files.map(({ id, name }) => name ?? id).join(language === 'zh-CN' ? '、' : ', ');
  }
  const items = Array.isArray(value) ? (value as unknown[]) : [value];
  const named = items.map(String);
  if (type === 'member') return <Names ids={named} kind={MemberName} />;
  if (type === 'department') return <Names ids={named} kind={DepartmentName} />;
  if (type === 'choice' || type === 'choices') {
    return named.map((item) => choiceName(field, item, language)).join(language === 'zh-CN' ? '、' : ', ');
  }
  return named.join(', ');
}

function Names({ ids, kind: Name }: { ids: string[]; kind: (props: { id: string }) => ReactNode }) {
  return (
    <span className={styles.names}>
      {ids.map((id) => (
        <Name key={id} id={id} />
      ))}
    </span>
  );
}

function MemberName({ id }: { id: string }) {
  return <span>{useMemberName(id) ?? '…'}</span>;
}

function DepartmentName({ id }: { id: string }) {
  return <span>{useDepartmentName(id) ?? '…'}</span>;
}
