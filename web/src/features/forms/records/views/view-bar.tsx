/** The saved views of a form at the head of its list, and what can be done with the one that is shown. */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActionMenu } from '@/components/action-menu';
import { ConfirmAction } from '@/components/confirm-action';
import { ProblemNote } from '@/components/problem-note';
import { Tabs } from '@/components/tabs';
import { toast } from '@/components/toast';
import { useMe } from '@/lib/session/me';

import { useDeleteView, useSaveView } from './api';
import { viewBody } from './layout';
import type { ListState } from './use-list-state';
import styles from './view-bar.module.css';
import { ViewDialog } from './view-dialog';

export function ViewBar({ state, controls }: { state: ListState; controls: string }) {
  const { t } = useTranslation('forms');
  const { company } = useMe();
  const { view, views, changed, layout } = state;
  const [dialog, setDialog] = useState<'new' | 'edit' | null>(null);
  const save = useSaveView(state.form.id);
  const remove = useDeleteView(state.form.id);
  const differs = changed.length > 0;
  const mayChange = view !== null && view.may_change && !company.read_only;
  const saved = () => {
    state.revert();
    toast(t('views.saved'));
  };
  const deleteIt = async () => {
    if (view === null) return;
    await remove.mutateAsync(view);
    state.choose('');
    toast(t('views.deleted'));
  };
  return (
    <div className={styles.bar}>
      <div className={styles.tabs}>
        <Tabs
          label={t('views.label')}
          tabs={[
            { value: '', label: t('views.own') },
            ...views.map(({ id, name }) => ({
              value: id,
              label: id === view?.id && differs ? t('views.changed', { name }) : name,
            })),
          ]}
          value={view?.id ?? ''}
          onChange={state.choose}
          controls={() => controls}
        />
      </div>
      <div className={styles.actions}>
        {differs && view !== null && (
          <Button size="small" type="text" onClick={state.revert}>
            {t('views.revert')}
          </Button>
        )}
        {differs && mayChange && (
          <Button
            size="small"
            loading={save.isPending}
            onClick={() => {
              save.mutate({ before: view, body: viewBody(layout, view) }, { onSuccess: saved });
            }}
          >
            {t('views.save')}
          </Button>
        )}
        {!company.read_only && (
          <Button size="small" onClick={() => setDialog('new')}>
            {t(view === null ? 'views.keep' : 'views.saveAs')}
          </Button>
        )}
        {mayChange && (
          <ActionMenu label={t('views.more')}>
            <Button type="text" onClick={() => setDialog('edit')}>
              {t('views.edit')}
            </Button>
            <ConfirmAction
              label={t('views.delete')}
              title={t('views.deleteTitle', { name: view.name })}
              danger
              button={{ type: 'text' }}
              onConfirm={deleteIt}
            >
              <p>{t(view.audience === 'personal' ? 'views.deleteHint' : 'views.deleteShared')}</p>
            </ConfirmAction>
          </ActionMenu>
        )}
      </div>
      {view !== null && view.dropped.length > 0 && <p className={styles.note}>{t('views.dropped')}</p>}
      {state.gone && <p className={styles.note}>{t('views.gone')}</p>}
      {save.error && !dialog && <ProblemNote error={save.error} />}
      <ViewDialog
        state={state}
        open={dialog !== null}
        before={dialog === 'edit' ? view : null}
        onClose={() => setDialog(null)}
      />
    </div>
  );
}
