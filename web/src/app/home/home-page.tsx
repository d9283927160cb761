/** What must I do now: to-dos to decide on the spot, then where my own requests are, and what I was told. */
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
import { RecentlyStarted } from './recently-started';
import { byDue } from './todo-order';
import { UnreadCopies } from './unread-copies';

const SHOWN = 8;

export function Page() {
  const { t } = useTranslation(['app', 'flows']);
  const me = useMe();
  const todos = useTodos('', SHOWN);
  const isNew = me.first_steps.some(({ done_at }) => done_at === null);
  const idle = !todos.loading && todos.items.length === 0;
  return (
    <Frame title={t('app:home.title', { name: me.name })} hint={count()}>
      <div className={styles.columns}>
        <div className={styles.column}>
          {isNew && idle && <FirstSteps steps={me.first_steps} />}
          <Card
            flush
            title={t('app:home.todos')}
            extra={!idle && <Link to="/todos">{t('app:home.all')}</Link>}
          >
            <div className={styles.list}>{toDo()}</div>
          </Card>
        </div>
        <div className={styles.column}>
          {isNew && !idle && <FirstSteps steps={me.first_steps} />}
          <UnreadCopies />
          <RecentlyStarted />
        </div>
      </div>
    </Frame>
  );

  function toDo() {
    if (todos.error) return <ErrorState error={todos.error} again={todos.again} />;
    if (todos.loading) return <Skeleton rows={4} />;
    if (!idle) return <TodoList todos={byDue(todos.items)} stale={todos.stale} />;
    return (
      <EmptyState icon={CircleCheckBig} title={t('flows:todos.empty')} hint={t('flows:todos.emptyHint')} />
    );
  }

  function count(): string | undefined {
    if (todos.loading || todos.error) return undefined;
    if (idle) return t('app:home.clear');
    const number = todos.items.length;
    return todos.more
      ? t('app:home.waiting_more', { count: number })
      : t('app:home.waiting', { count: number });
  }
}
