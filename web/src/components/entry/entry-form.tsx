/** The sheet to fill in with its actions in sight: the same for a new record and for changing one. */
import { useCallback, useRef, useState, type KeyboardEvent, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { Card } from '../card';
import { ProblemNote } from '../problem-note';

import { EntryFields } from './entry-fields';
import styles from './entry-form.module.css';
import type { Entry } from './use-entry';

interface Props {
  formId: string;
  entry: Entry;
  /** What no input can show. */
  problem: Error | null;
  /** Said beside the buttons while nothing else is to be said. */
  note: string;
  /** What is worth reading between filling in and sending. */
  below?: ReactNode;
  /** Gets whether files are still on their way. */
  actions: (uploading: boolean) => ReactNode;
  onSubmit: () => void;
}

export function EntryForm({ formId, entry, problem, note, below, actions, onSubmit }: Props) {
  const { t } = useTranslation('entry');
  const { uploading, onBusy } = useUploading();
  const faults = Object.keys(entry.messages).length;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!uploading) onSubmit();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- It takes a key away, it gives none.
    <form
      className={styles.form}
      noValidate
      aria-label={t('label')}
      onSubmit={submit}
      onKeyDown={keepFromSubmitting}
    >
      <Card>
        <EntryFields formId={formId} entry={entry} onBusy={onBusy} />
      </Card>
      {below && <div className={styles.below}>{below}</div>}
      <div className={styles.end} data-bottom-bar="true">
        <ProblemNote error={problem} />
        <div className={styles.actions}>
          <p className={styles.note} role="status">
            {uploading ? t('files.wait') : faults > 0 ? t('faults', { count: faults }) : note}
          </p>
          {actions(uploading)}
        </div>
      </div>
    </form>
  );
}

/** Enter in a field confirms a choice or a date; it must not send an application for money. */
function keepFromSubmitting(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}

/** Whether any field still has files on their way. */
function useUploading() {
  const fields = useRef(new Set<string>());
  const [uploading, setUploading] = useState(false);
  const onBusy = useCallback((field: string, isBusy: boolean) => {
    if (isBusy) fields.current.add(field);
    else fields.current.delete(field);
    setUploading(fields.current.size > 0);
  }, []);
  return { uploading, onBusy };
}
