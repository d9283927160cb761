import { Button } from 'antd';
import { Route } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Card } from '@/components/card';
import { Dialog } from '@/components/dialog';
import { toast } from '@/components/toast';
import { EntryForm } from '@/entities/entry/entry-form';
import { unsentFiles } from '@/entities/entry/files/unsent';
import { fitting, startingWith } from '@/entities/entry/input-state';
import { LeaveGuard } from '@/entities/entry/leave-guard';
import { hasWideLines } from '@/entities/entry/lines-width';
import { startingLinked, type StartingLink } from '@/entities/entry/starting-linked';
import { useDraft } from '@/entities/entry/use-draft';
import { useCircumstances, useEntry } from '@/entities/entry/use-entry';
import type { Field } from '@/entities/field/definition';
import { type Form } from '@/entities/form/api';
import { CREATE_CHANGES } from '@/entities/record/create';
import { ApiProblem, isPassing } from '@/lib/api/problem';
import { useSend } from '@/lib/api/use-send';

import { submit } from './api';
import styles from './new-record.module.css';
import { PathPanel } from './path-panel';

interface Props {
  form: Form;
  fields: Field[];
  /** Opened from the record that it links to. */
  linked: StartingLink | null;
}

export function NewRecord({ form, fields, linked }: Props) {
  const { t } = useTranslation('forms');
  const navigate = useNavigate();
  const here = useCircumstances();
  const draft = useDraft(here.memberId, linked ? `${form.id}.${linked.path}.${linked.recordId}` : form.id);
  const afresh = () => (linked ? startingLinked(fields, here, linked) : startingWith(fields, here));
  const [start] = useState(() => (draft.found ? fitting(fields, draft.found) : afresh()));
  const pulling = useMemo(() => ({ formId: form.id }), [form.id]);
  const entry = useEntry(fields, start, here, pulling, undefined, form.definition.rules);
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const [pathOpen, setPathOpen] = useState(false);
  const touched = entry.typed !== start;
  const hasFlow = form.flow_id !== '';
  const { keep } = draft;
  useEffect(() => {
    if (touched && !done) keep(entry.typed);
  }, [keep, entry.typed, touched, done]);

  const send = useSend(submit, {
    changes: CREATE_CHANGES,
    onSuccess: (place) => {
      setDone(true);
      draft.drop();
      if (!hasFlow) toast(t('entry.saved'));
      void navigate(place, { replace: true });
    },
  });
  const failed = (error: Error) => {
    if (!isPassing(error)) draft.answered();
    const fields = error instanceof ApiProblem ? error.fields : [];
    setProblem(fields.length > 0 && entry.place(fields).length === 0 ? null : error);
  };
  const onSubmit = () => {
    if (send.isPending || done) return;
    setProblem(null);
    if (entry.check())
      send.mutate({ form, values: entry.values, key: draft.keyFor(entry.values) }, { onError: failed });
  };
  const restart = () => {
    draft.drop();
    entry.change({ kind: 'restart', typed: afresh() });
  };

  const spread = hasFlow && hasWideLines(fields);
  const path = <PathPanel formId={form.id} values={entry.values} complete={entry.complete} />;
  return (
    <div className={styles.layout} data-aside={hasFlow && !spread}>
      <div className={styles.sheet}>
        {draft.found && <DraftNote onRestart={restart} />}
        <EntryForm
          formId={form.id}
          entry={entry}
          layout={form.definition.layout}
          compared={form.compared}
          problem={problem}
          note={touched ? t('entry.kept') : ''}
          below={spread && <Card title={t('path.title')}>{path}</Card>}
          onSubmit={onSubmit}
          actions={() => (
            <>
              {hasFlow && !spread && (
                <Button
                  size="large"
                  className={styles.pathButton ?? ''}
                  icon={<Route size={16} aria-hidden="true" />}
                  onClick={() => setPathOpen(true)}
                >
                  {t('path.title')}
                </Button>
              )}
              <Button type="primary" size="large" htmlType="submit" loading={send.isPending || done}>
                {t(hasFlow ? 'entry.submit' : 'entry.save')}
              </Button>
            </>
          )}
        />
      </div>
      {hasFlow && !spread && (
        <aside className={styles.aside} aria-label={t('path.title')}>
          <Card title={t('path.title')}>{path}</Card>
        </aside>
      )}
      <Dialog open={pathOpen} title={t('path.title')} onClose={() => setPathOpen(false)}>
        {path}
      </Dialog>
      <LeaveGuard
        when={touched && !done && !send.isPending}
        kept
        unsent={unsentFiles(fields, entry.typed).length}
        onDiscard={draft.drop}
      />
    </div>
  );
}

function DraftNote({ onRestart }: { onRestart: () => void }) {
  const { t } = useTranslation('forms');
  const [shown, setShown] = useState(true);
  if (!shown) return null;
  return (
    <p className={styles.draft} role="status">
      {t('draft.found')}
      <Button
        type="link"
        size="small"
        onClick={() => {
          onRestart();
          setShown(false);
        }}
      >
        {t('draft.restart')}
      </Button>
    </p>
  );
}
