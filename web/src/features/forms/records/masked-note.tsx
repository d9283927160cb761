/** Masked fields of a record that may be shown whole: each when it is asked for, because the audit log keeps that. */
import { Button } from 'antd';
import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { ProblemNote } from '@/components/problem-note';
import type { Field } from '@/entities/field/definition';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import type { StoredRecord } from '@/entities/record/api';

import styles from './masked-note.module.css';
import { useReveal } from './rights-api';

export function MaskedNote({ record, fields }: { record: StoredRecord; fields: Field[] }) {
  const { t } = useTranslation('forms');
  const masked = fields.filter(({ id }) => record.may.reveal?.includes(id));
  if (masked.length === 0) return null;
  return (
    <section className={styles.note} aria-label={t('masked.title')}>
      <p className={styles.about}>{t('masked.about')}</p>
      <ul className={styles.fields}>
        {masked.map((field) => (
          <Masked key={field.id} recordId={record.id} field={field} />
        ))}
      </ul>
    </section>
  );
}

function Masked({ recordId, field }: { recordId: string; field: Field }) {
  const { t } = useTranslation('forms');
  const name = labelText(field.name, useLabelLanguage());
  const reveal = useReveal(recordId);
  return (
    <li className={styles.field}>
      <span>{name}</span>
      {reveal.data ? (
        <b className={styles.value}>{reveal.data.value ?? t('masked.blank')}</b>
      ) : (
        <Button
          size="small"
          icon={<Eye size={14} aria-hidden="true" />}
          aria-label={t('masked.showOf', { name })}
          loading={reveal.isPending}
          onClick={() => reveal.mutate(field.id)}
        >
          {t('masked.show')}
        </Button>
      )}
      <ProblemNote error={reveal.error} />
    </li>
  );
}
