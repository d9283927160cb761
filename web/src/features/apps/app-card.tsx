/** One app: its name and look, its place among the apps, and the forms that are in it. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { ConfirmAction } from '@/components/confirm-action';
import { ProblemNote } from '@/components/problem-note';
import { StatusTag } from '@/components/status-tag';
import type { App } from '@/entities/app/api';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import type { FormEntry } from '@/entities/form/api';
import { FormIcon } from '@/entities/form/form-icon';

import { useDropApp, useMoveForm, useOrderForms } from './api';
import { AppForm } from './app-form';
import styles from './apps.module.css';
import { Steps } from './steps';

interface Props {
  app: App;
  apps: App[];
  forms: FormEntry[];
  onEdit: () => void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  busy: boolean;
}

export function AppCard({ app, apps, forms, onEdit, onUp, onDown, busy }: Props) {
  const { t } = useTranslation('apps');
  const name = labelText(app.name, useLabelLanguage());
  const drop = useDropApp();
  const move = useMoveForm();
  const order = useOrderForms();
  const put = (from: number, to: number) => {
    const formIds = forms.map(({ id }) => id);
    formIds.splice(to, 0, ...formIds.splice(from, 1));
    order.mutate({ app, formIds });
  };
  return (
    <Card
      title={
        <span className={styles.title}>
          <FormIcon icon={app.icon} color={app.color} small />
          {name}
          {app.default && <StatusTag>{t('default')}</StatusTag>}
        </span>
      }
      extra={
        <span className={styles.head}>
          <code className={styles.key}>{app.key}</code>
          <Steps name={name} onUp={onUp} onDown={onDown} busy={busy} />
        </span>
      }
    >
      {forms.length === 0 ? (
        <p className={styles.none}>{t('none')}</p>
      ) : (
        <ul className={styles.forms} aria-label={t('formsOf', { name })}>
          {forms.map((form, at) => (
            <AppForm
              key={form.id}
              form={form}
              app={app}
              apps={apps}
              onMove={(to) => move.mutate({ formId: form.id, app: to })}
              onUp={at > 0 ? () => put(at, at - 1) : undefined}
              onDown={at < forms.length - 1 ? () => put(at, at + 1) : undefined}
              busy={move.isPending || order.isPending}
            />
          ))}
        </ul>
      )}
      <ProblemNote error={move.error ?? order.error} />
      <div className={styles.actions}>
        <Button size="small" aria-label={t('editOf', { name })} onClick={onEdit}>
          {t('edit')}
        </Button>
        {!app.default && (
          <ConfirmAction
            label={t('drop')}
            title={t('dropTitle', { name })}
            danger
            disabled={forms.length > 0}
            button={{ size: 'small' }}
            onConfirm={() => drop.mutateAsync(app)}
          >
            <p>{t('dropText')}</p>
          </ConfirmAction>
        )}
        {!app.default && forms.length > 0 && <span className={styles.none}>{t('holds')}</span>}
      </div>
    </Card>
  );
}
