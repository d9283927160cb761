/** A colleague saved the record while it was being changed here: what he changed, and how to go on without losing anything. */
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/components/date-text';
import { Segmented } from '@/components/segmented';
import { type Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { isComputed } from '@/entities/field/registry';
import { useMemberName } from '@/entities/member/names';
import type { StoredRecord } from '@/entities/record/api';
import { useMe } from '@/lib/session/me';

import { ChangeText } from './change-text';
import { differences } from './changes';
import styles from './overtaken-panel.module.css';

type Values = Record<string, unknown>;

interface Props {
  record: StoredRecord;
  base: Values;
  fields: Field[];
  /** Fields that both changed. */
  clashes: string[];
  takeOver: (yielded: string[]) => void;
}

export function OvertakenPanel({ record, base, fields, clashes, takeOver }: Props) {
  const { t } = useTranslation('forms');
  const me = useMe();
  const name = useMemberName(record.updated_by) ?? '…';
  // In another tab, or on another device.
  const self = record.updated_by === me.id;
  const [yielded, setYielded] = useState<string[]>([]);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }, []);
  const given = fields.filter((field) => !isComputed(field));
  const changes = given
    .map((field) => ({ field, found: differences([field], base, record.values) }))
    .filter(({ found }) => found.length > 0);
  return (
    <section ref={panel} className={styles.panel} role="alert">
      <h2 className={styles.title}>{t(self ? 'overtaken.self' : 'overtaken.title', { name })}</h2>
      <p className={styles.about}>
        <DateText value={record.updated_at} /> · {t('overtaken.hint')}
      </p>
      {changes.map(({ field, found }) => (
        <div key={field.id} className={styles.field}>
          <dl>
            {found.map((change) => (
              <ChangeText key={change.field} change={change} versions={[fields]} />
            ))}
          </dl>
          {clashes.includes(field.id) && (
            <YieldChoice
              field={field}
              yields={yielded.includes(field.id)}
              onChange={(yields) =>
                setYielded(yields ? [...yielded, field.id] : yielded.filter((id) => id !== field.id))
              }
            />
          )}
        </div>
      ))}
      <Button type="primary" onClick={() => takeOver(yielded)}>
        {t('overtaken.merge')}
      </Button>
    </section>
  );
}

interface ChoiceProps {
  field: Field;
  yields: boolean;
  onChange: (yields: boolean) => void;
}

function YieldChoice({ field, yields, onChange }: ChoiceProps) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  return (
    <div className={styles.clash}>
      <span>{t('overtaken.both')}</span>
      <Segmented
        label={labelText(field.name, language)}
        options={[
          { value: 'mine', label: t('overtaken.mine') },
          { value: 'theirs', label: t('overtaken.theirs') },
        ]}
        value={yields ? 'theirs' : 'mine'}
        onChange={(value) => onChange(value === 'theirs')}
      />
    </div>
  );
}
