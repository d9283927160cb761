/** Before publishing: what will change for those who fill in, or what still keeps it from being published. */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { ErrorState } from '@/components/error-state';
import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import { toast } from '@/components/toast';
import { labelText } from '@/lib/forms/definition';

import { useCheck, usePublish } from '../api';
import { find } from '../model/changes';
import { faultsOf, type Fault } from '../model/faults';
import { namesAt, withNames } from '../model/formula-text';

import { ChangeList } from './change-list';
import { useEditor } from './editor';
import styles from './publish-dialog.module.css';

interface Props {
  open: boolean;
  onClose: () => void;
  onPublished: (version: number) => void;
}

export function PublishDialog({ open, onClose, onPublished }: Props) {
  const { t } = useTranslation('forms-editor');
  return (
    <Dialog open={open} title={t('publish.title')} onClose={onClose}>
      <Content onClose={onClose} onPublished={onPublished} />
    </Dialog>
  );
}

function Content({ onClose, onPublished }: Omit<Props, 'open'>) {
  const { t } = useTranslation(['forms-editor', 'components']);
  const { formId, saver, published, language } = useEditor();
  const [ready, setReady] = useState<boolean | null>(null);
  useEffect(() => {
    void saver.flush().then(setReady);
  }, [saver]);
  const check = useCheck(formId, saver.version, ready === true);
  const publish = usePublish(formId, (version) => {
    toast(t('forms-editor:publish.done', { version }));
    onPublished(version);
    onClose();
  });

  if (ready === false) return <p>{t('forms-editor:publish.unsaved')}</p>;
  if (check.error) return <ErrorState error={check.error} again={() => void check.refetch()} />;
  if (!check.data || check.isPlaceholderData) return <Skeleton rows={3} />;
  const faults = faultsOf(saver.base, check.data.problems);
  if (faults.length > 0) return <Faults faults={faults} onClose={onClose} />;
  const nothing = check.data.changes.length === 0;
  return (
    <div className={styles.content}>
      {nothing ? (
        <p>{t('forms-editor:publish.nothing')}</p>
      ) : (
        <>
          <p className={styles.hint}>
            {t(published ? 'forms-editor:publish.hintNext' : 'forms-editor:publish.hintFirst')}
          </p>
          <ChangeList changes={check.data.changes} language={language} />
        </>
      )}
      <ProblemNote error={publish.error} />
      <div className={styles.actions}>
        <Button disabled={publish.isPending} onClick={onClose}>
          {t('components:cancel')}
        </Button>
        <Button
          type="primary"
          disabled={nothing}
          loading={publish.isPending}
          onClick={() => publish.mutate(saver.version)}
        >
          {t('forms-editor:publish.action')}
        </Button>
      </div>
    </div>
  );
}

function Faults({ faults, onClose }: { faults: Fault[]; onClose: () => void }) {
  const { t } = useTranslation('forms-editor');
  const { definition, language, select } = useEditor();
  const nameOf = ({ place }: Fault) => {
    if (!place) return t('form.settings');
    const names = [
      find(definition, { field: place.field }),
      place.column ? find(definition, place) : undefined,
    ];
    return names.flatMap((field) => (field ? [labelText(field.name, language)] : [])).join(' › ');
  };
  return (
    <div className={styles.content}>
      <p className={styles.hint}>{t('publish.faults', { count: faults.length })}</p>
      <ul className={styles.faults}>
        {faults.map((fault) => (
          <li key={`${fault.place?.field ?? ''}${fault.place?.column ?? ''}${fault.setting}`}>
            <button
              type="button"
              className={styles.fault}
              onClick={() => {
                select(fault.place ?? null);
                onClose();
              }}
            >
              <span className={styles.where}>{nameOf(fault)}</span>
              <span>
                {fault.place
                  ? withNames(fault.message, namesAt(definition, fault.place, language))
                  : fault.message}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
