/** What must I do now: to-dos to decide on the spot, then what changed, and where my own requests are. */
import { CircleCheckBig } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Card } from '@/components/card';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { useTodos } from '@/features/flows/api';
import { TodoList } from '@/features/flows/todo-list';
import { useMe } from '@/lib/session/me';

import { FirstSteps } from './first-steps';
import styles from './home-page.module.css';
import { OnTheirWay } from './on-their-way';
import { ownSteps } from './steps';
import { WhatChanged } from './what-changed';

/** So many are counted; the list comes with what is due soonest on top. */
const COUNTED = 50;
const SHOWN = 8;

export function Page() {
  const { t } = useTranslation(['app', 'flows']);
  const me = useMe();
  const todos = useTodos('', COUNTED);
  const steps = ownSteps(me);
  const waiting = todos.items.length;
  const idle = !todos.loading && !todos.error && waiting === 0;
  // Before there is work, setting up is the work; afterwards it stands aside.
  const founding = steps.length > 0 && waiting === 0;
  return (
    <Frame title={t('app:home.title', { name: me.name })} hint={count()}>
      <div className={styles.columns}>
        <div className={styles.column}>
          {founding && <FirstSteps steps={steps} />}
          {(!founding || todos.error) && (
            <Card
              flush
              title={t('app:home.todos')}
              extra={waiting > 0 && <Link to="/todos">{t('app:home.all')}</Link>}
            >
              <div className={styles.list}>{toDo()}</div>
            </Card>
          )}
        </div>
        <div className={styles.column}>
          {!founding && steps.length > 0 && <FirstSteps steps={steps} />}
          <WhatChanged />
          <OnTheirWay />
        </div>
      </div>
    </Frame>
  );

  function toDo() {
    if (todos.error) return <ErrorState error={todos.error} again={todos.again} />;
    if (todos.loading) return <Skeleton rows={4} />;
    if (!idle) return <TodoList todos={todos.items.slice(0, SHOWN)} stale={todos.stale} />;
    return (
      <EmptyState icon={CircleCheckBig} title={t('flows:todos.empty')} hint={t('flows:todos.emptyHint')} />
    );
  }

  function count(): string | undefined {
    if (steps.length > 0 && steps.every(({ done_at }) => done_at === null)) return t('app:home.fresh');
    if (todos.loading || todos.error) return undefined;
    if (idle) return t('app:home.clear');
    return t(todos.more ? 'app:home.waiting_more' : 'app:home.waiting', { count: waiting });
  }
}
