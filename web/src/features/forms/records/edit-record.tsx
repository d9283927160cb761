import { Button } from 'antd';
import { Route } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Card } from '@/components/card';
import { Dialog } from '@/components/dialog';
import { toast } from '@/components/toast';
import { EntryForm } from '@/entities/entry/entry-form';
import { unsentFiles } from '@/entities/entry/files/unsent';
import { LeaveGuard } from '@/entities/entry/leave-guard';
import type { Form } from '@/entities/form/api';
import { definitionOf } from '@/entities/form/definition';
import type { StoredRecord } from '@/entities/record/api';
import { documentPath } from '@/lib/routing/document';
import { useMe } from '@/lib/session/me';

import styles from '../new-record.module.css';
import { PathPanel } from '../path-panel';

import { OvertakenPanel } from './overtaken-panel';
import { RefreshValues } from './refresh-values';
import { hasFrozen } from './refreshed';
import { isSubmittable } from './submittable';
import { useEdit } from './use-edit';

interface Props {
  record: StoredRecord;
  form: Form;
  /** Above the sheet: what has to be corrected. */
  reason: ReactNode;
}

export function EditRecord({ record, form, reason }: Props) {
  const { t } = useTranslation('forms');
  const navigate = useNavigate();
  const me = useMe();
  const fields = useMemo(() => definitionOf(form.definition, form).fields, [form]);
  const [pathOpen, setPathOpen] = useState(false);
  const submits = isSubmittable(record, form, me.id);
  const edit = useEdit(record, fields, form.definition.rules, (submitted) => {
    if (!submitted) toast(t('edit.saved'));
    void navigate(documentPath(record.id), { replace: true });
  });
  const { entry } = edit;
  const path = (
    <PathPanel formId={form.id} recordId={record.id} values={edit.values} complete={entry.complete} />
  );
  const waits = edit.overtaken !== null;
  return (
    <div className={styles.layout} data-flow={submits}>
      <div className={styles.sheet}>
        {reason}
        {edit.overtaken && (
          <OvertakenPanel record={record} base={edit.base.values} fields={fields} {...edit.overtaken} />
        )}
        {edit.found && edit.changed && (
          <p className={styles.draft} role="status">
            {t('edit.found')}
            <Button type="link" size="small" onClick={edit.undo}>
              {t('edit.undo')}
            </Button>
          </p>
        )}
        {hasFrozen(fields) && (
          <p className={styles.draft}>
            {edit.refreshed ? (
              <span role="status">{t('refresh.done')}</span>
            ) : (
              <RefreshValues formId={form.id} recordId={record.id} entry={entry} onRefresh={edit.refresh} />
            )}
          </p>
        )}
        <EntryForm
          formId={form.id}
          entry={entry}
          layout={form.definition.layout}
          compared={form.compared}
          problem={edit.problem}
          note={waits ? t('edit.first') : edit.changed ? t('edit.kept') : ''}
          onSubmit={() => edit.send(submits)}
          onSave={() => edit.send(false)}
          actions={(save) => (
            <>
              {submits && (
                <>
                  <Button
                    size="large"
                    className={styles.pathButton ?? ''}
                    icon={<Route size={16} aria-hidden="true" />}
                    onClick={() => setPathOpen(true)}
                  >
                    {t('path.title')}
                  </Button>
                  <Button size="large" disabled={waits || edit.busy} onClick={save}>
                    {t('edit.save')}
                  </Button>
                </>
              )}
              <Button type="primary" size="large" htmlType="submit" disabled={waits} loading={edit.busy}>
                {t(submits ? 'edit.submit' : 'edit.save')}
              </Button>
            </>
          )}
        />
      </div>
      {submits && (
        <aside className={styles.aside} aria-label={t('path.title')}>
          <Card title={t('path.title')}>{path}</Card>
        </aside>
      )}
      <Dialog open={pathOpen} title={t('path.title')} onClose={() => setPathOpen(false)}>
        {path}
      </Dialog>
      <LeaveGuard
        when={edit.changed && !edit.busy}
        kept
        about="record"
        unsent={unsentFiles(fields, entry.typed).length}
        onDiscard={edit.drop}
      />
    </div>
  );
}
