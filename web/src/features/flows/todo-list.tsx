/** To-dos to work through: what it is, the few values that matter, how long it waits, and the decision one press away. */
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Avatar } from '@/components/avatar';
import { DateText } from '@/components/date-text';
import { documentPath } from '@/lib/routing/document';
import { useMe } from '@/lib/session/me';

import type { Todo } from './api';
import type { Decision } from './decide-dialog';
import { DueText } from './due-text';
import { SummaryText } from './summary-text';
import styles from './todo-list.module.css';

/** Comes right behind the list, which is in sight sooner without its fields. */
const load = () => import('./decide-dialog');
const DecideDialog = lazy(() => load().then(({ DecideDialog: component }) => ({ default: component })));

export function TodoList({ todos, stale = false }: { todos: Todo[]; stale?: boolean }) {
  const [asked, setAsked] = useState<Decision | null>(null);
  useEffect(() => {
    load().catch(() => undefined);
  }, []);
  return (
    <>
      <ul className={styles.list} data-stale={stale} aria-busy={stale}>
        {todos.map((todo) => (
          <Row key={`${todo.run_id}/${todo.task_id}`} todo={todo} onDecide={setAsked} />
        ))}
      </ul>
      {asked && (
        <Suspense fallback={null}>
          <DecideDialog asked={asked} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  );
}

function Row({ todo, onDecide }: { todo: Todo; onDecide: (asked: Decision) => void }) {
  const { t } = useTranslation('flows');
  const { read_only: readOnly } = useMe().company;
  const { run_id: runId, task_id: task, title, summary, initiator } = todo;
  const about = t('about', { form: todo.form_name, name: initiator.name });
  const decide = (decision: Decision['decision']) => () =>
    onDecide({ decision, runId, task, title, about, summary });
  return (
    <li className={styles.row}>
      <Avatar name={initiator.name} size={36} />
      <div className={styles.text}>
        <Link to={documentPath(todo.record_id, runId)} className={styles.title}>
          {title}
        </Link>
        <p className={styles.about}>
          {about} · {todo.node_name} · <Since todo={todo} />
        </p>
        <SummaryText summary={summary} />
      </div>
      <div className={styles.verbs}>
        {/* Without a value in sight there is nothing to decide by: then the way leads through the page. So it does
            when the trial is over. */}
        {summary.length > 0 && !readOnly ? (
          <>
            <Button onClick={decide('reject')} aria-label={t('decide.reject.of', { title })}>
              {t('decide.reject.verb')}
            </Button>
            <Button
              className={styles.approve ?? ''}
              onClick={decide('approve')}
              aria-label={t('decide.approve.of', { title })}
            >
              {t('decide.approve.verb')}
            </Button>
          </>
        ) : (
          <Link to={documentPath(todo.record_id, runId)}>{t('todos.look')}</Link>
        )}
      </div>
    </li>
  );
}

function Since({ todo: { due_at, opened_at } }: { todo: Todo }) {
  const { t } = useTranslation('flows');
  if (due_at !== null) return <DueText value={due_at} />;
  return (
    <>
      {t('todos.since')} <DateText value={opened_at} as="relative" />
    </>
  );
}
