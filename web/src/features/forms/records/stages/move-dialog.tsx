/** Moving a record to a stage: what the stage asks for and the record lacks is filled in here, and why can be said. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { Setting } from '@/components/editing/setting';
import { ProblemNote } from '@/components/problem-note';
import { toast } from '@/components/toast';
import { EntryFields } from '@/entities/entry/entry-fields';
import { UploadsProvider } from '@/entities/entry/files/uploads';
import { startingWith } from '@/entities/entry/input-state';
import { useCircumstances, useEntry } from '@/entities/entry/use-entry';
import type { Field, Stage } from '@/entities/field/definition';
import { useLabelLanguage } from '@/entities/field/label';
import { isComputed } from '@/entities/field/registry';
import { askedFields, stageName } from '@/entities/field/types/stage/stages';
import { isBlank } from '@/entities/field/value-text';
import type { StoredRecord } from '@/entities/record/api';
import { ApiProblem, isProblem } from '@/lib/api/problem';

import { useMove } from './api';
import styles from './stage-bar.module.css';

interface Props {
  record: StoredRecord;
  field: Field;
  fields: Field[];
  stage: Stage;
  onClose: () => void;
}

export function MoveDialog(props: Props) {
  const { record, fields, stage } = props;
  const values = record.values as Record<string, unknown>;
  // What the server asks for beyond that, because the form has changed since this page was opened.
  const [further, setFurther] = useState<string[]>([]);
  const asked = useMemo(() => {
    const named = askedFields(stage, fields).map(({ id }) => id);
    return fields
      .filter(({ id }) => [...named, ...further].includes(id) && isBlank(values[id]))
      .filter((each) => !isComputed(each))
      .map((each) => ({ ...each, required: true }));
  }, [fields, stage, further, values]);
  return <Asking key={asked.length} {...props} asked={asked} onAsk={setFurther} />;
}

interface AskingProps extends Props {
  asked: Field[];
  onAsk: (ids: string[]) => void;
}

function Asking({ record, field, fields, stage, asked, onAsk, onClose }: AskingProps) {
  const { t } = useTranslation(['forms', 'components']);
  const language = useLabelLanguage();
  const here = useCircumstances();
  const client = useQueryClient();
  const [start] = useState(() => startingWith(asked, here));
  const entry = useEntry(asked, start, here);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Error | null>(null);
  const name = stageName(field, stage.value, language);
  const move = useMove(record.id, () => {
    toast(t('forms:stages.done', { stage: name }));
    onClose();
  });
  const failed = (error: Error) => {
    // Somebody was faster: the page behind shows where the record stands now.
    if (isProblem(error, 'stage_stale')) void client.invalidateQueries({ queryKey: ['records', record.id] });
    const faults = error instanceof ApiProblem ? error.fields : [];
    const named = faults.flatMap(({ path: [root, id] }) => (root === 'values' ? [String(id)] : []));
    const unasked = named.filter(
      (id) => fields.some((each) => each.id === id) && !asked.some((each) => each.id === id),
    );
    if (unasked.length > 0) onAsk(unasked);
    setProblem(faults.length > 0 && entry.place(faults).length === 0 ? null : error);
  };
  const send = () => {
    if (move.isPending || !entry.check()) return;
    setProblem(null);
    move.mutate(
      {
        version: record.version,
        field: field.id,
        to: stage.value,
        values: entry.values,
        note: note.trim(),
      },
      { onError: failed },
    );
  };
  return (
    <Dialog
      open
      title={t('forms:stages.move', { stage: name })}
      onClose={() => {
        if (!move.isPending) onClose();
      }}
      footer={
        <>
          <Button disabled={move.isPending} onClick={onClose}>
            {t('components:cancel')}
          </Button>
          <Button type="primary" loading={move.isPending} onClick={send}>
            {t('forms:stages.move', { stage: name })}
          </Button>
        </>
      }
    >
      {asked.length > 0 && (
        <>
          <p className={styles.ask}>{t('forms:stages.ask')}</p>
          <UploadsProvider formId={record.form_id} entry={entry}>
            <EntryFields entry={entry} />
          </UploadsProvider>
        </>
      )}
      <div className={styles.note}>
        <Setting label={t('forms:stages.note')} hint={t('forms:stages.noteHint')}>
          {(input) => (
            <Input.TextArea
              {...input}
              rows={2}
              maxLength={500}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Setting>
      </div>
      <ProblemNote error={problem} />
    </Dialog>
  );
}
