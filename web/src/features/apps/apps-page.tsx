/** Which apps the company has, in which order, and which forms are in each. */
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { formsOf, useApps, type App } from '@/entities/app/api';
import { useForms } from '@/entities/form/api';

import { useOrderApps } from './api';
import { AppCard } from './app-card';
import { AppDialog } from './app-dialog';
import styles from './apps.module.css';

export function Page() {
  const { t } = useTranslation('apps');
  const { data, error, refetch } = useApps();
  const forms = useForms();
  const order = useOrderApps();
  const [open, setOpen] = useState(false);
  const [before, setBefore] = useState<App | null>(null);
  const edit = (app: App | null) => {
    setBefore(app);
    setOpen(true);
  };
  const apps = data?.items ?? [];
  const move = (from: number, to: number) => {
    const ids = apps.map(({ id }) => id);
    ids.splice(to, 0, ...ids.splice(from, 1));
    order.mutate(ids);
  };
  const failed = error ?? (forms.items.length === 0 ? forms.error : null);
  return (
    <Frame
      title={t('title')}
      hint={t('hint')}
      actions={
        <Button type="primary" icon={<Plus size={16} aria-hidden="true" />} onClick={() => edit(null)}>
          {t('add')}
        </Button>
      }
    >
      <Stack>
        {failed && !data && <ErrorState error={failed} again={() => void refetch()} />}
        {!data && !failed && <Skeleton rows={5} />}
        {apps.length === 1 && <p className={styles.one}>{t('one')}</p>}
        <ProblemNote error={order.error} />
        {apps.map((app, at) => (
          <AppCard
            key={app.id}
            app={app}
            apps={apps}
            forms={formsOf(app, apps, forms.items)}
            onEdit={() => edit(app)}
            onUp={at > 0 ? () => move(at, at - 1) : undefined}
            onDown={at < apps.length - 1 ? () => move(at, at + 1) : undefined}
            busy={order.isPending}
          />
        ))}
        {forms.more && <Button onClick={forms.more}>{t('more')}</Button>}
      </Stack>
      <AppDialog open={open} before={before} onClose={() => setOpen(false)} />
    </Frame>
  );
}
