/** First what the file is to hold, then how far it is, then the file. Closing it stops nothing. */
import { Button, Select } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { ProblemNote } from '@/components/problem-note';
import { BY_LABEL } from '@/components/searching';
import { Segmented } from '@/components/segmented';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import type { Form } from '@/entities/form/api';
import { definitionOf } from '@/entities/form/definition';

import { useRecordCount, type Asked } from '../api';

import { useStartExport } from './api';
import { ExportProgress } from './export-progress';
import styles from './export.module.css';
import { lineFields, requestOf, USUAL, type Choices, type Extent } from './wanted';

interface Props {
  form: Form;
  asked: Asked;
  onClose: () => void;
}

export function ExportDialog(props: Props) {
  const [exportId, setExportId] = useState('');
  if (exportId !== '') return <ExportProgress exportId={exportId} onClose={props.onClose} />;
  return <Choosing {...props} onStarted={setExportId} />;
}

function Choosing({ form, asked, onClose, onStarted }: Props & { onStarted: (id: string) => void }) {
  const { t } = useTranslation(['forms', 'components']);
  const language = useLabelLanguage();
  const definition = useMemo(() => definitionOf(form.definition, form), [form]);
  const [choices, setChoices] = useState<Choices>(USUAL);
  const start = useStartExport(form.id, onStarted);
  const count = useRecordCount(form.id, asked).data;
  const ids = { fields: useId(), lines: useId() };
  const named = ({ id, name }: { id: string; name: Parameters<typeof labelText>[0] }) => ({
    value: id,
    label: labelText(name, language),
  });
  const rows = lineFields(definition);
  const set = (next: Partial<Choices>) => setChoices({ ...choices, ...next });
  return (
    <Dialog
      open
      title={t('forms:export.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('components:cancel')}</Button>
          <Button
            type="primary"
            loading={start.isPending}
            disabled={choices.extent === 'chosen' && choices.fields.length === 0}
            onClick={() => start.mutate(requestOf(choices, asked, language))}
          >
            {t('forms:export.start')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.what}>
          {t('forms:export.what')}
          {count && (
            <strong className="figures">
              {t(count.exact ? 'forms:export.count' : 'forms:export.countAtLeast', { count: count.count })}
            </strong>
          )}
        </p>
        <div className={styles.part}>
          <span className={styles.label}>{t('forms:export.fields')}</span>
          <Segmented<Extent>
            label={t('forms:export.fields')}
            value={choices.extent}
            onChange={(extent) => set({ extent })}
            options={(['listed', 'all', 'chosen'] as const).map((value) => ({
              value,
              label: t(`forms:export.extent.${value}`),
            }))}
          />
          {choices.extent === 'chosen' && (
            <Select<string[]>
              id={ids.fields}
              mode="multiple"
              aria-label={t('forms:export.chosen')}
              placeholder={t('forms:export.chosen')}
              value={choices.fields}
              showSearch={BY_LABEL}
              options={definition.fields.map(named)}
              onChange={(fields) => set({ fields })}
            />
          )}
        </div>
        {rows.length > 0 && (
          <div className={styles.part}>
            <label className={styles.label} htmlFor={ids.lines}>
              {t('forms:export.lines')}
            </label>
            <Select<string>
              id={ids.lines}
              value={choices.lines}
              showSearch={false}
              options={[{ value: '', label: t('forms:export.noLines') }, ...rows.map(named)]}
              onChange={(lines) => set({ lines })}
            />
            {choices.lines !== '' && <p className={styles.hint}>{t('forms:export.linesHint')}</p>}
          </div>
        )}
        <div className={styles.part}>
          <span className={styles.label}>{t('forms:export.format')}</span>
          <Segmented<Choices['format']>
            label={t('forms:export.format')}
            value={choices.format}
            onChange={(format) => set({ format })}
            options={[
              { value: 'xlsx', label: t('forms:export.xlsx') },
              { value: 'csv', label: t('forms:export.csv') },
            ]}
          />
        </div>
        <ProblemNote error={start.error} />
      </div>
    </Dialog>
  );
}
