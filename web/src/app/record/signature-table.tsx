/** Who decided at which step, in which words and when: of the newest round. */
import { useTranslation } from 'react-i18next';

import { DateText } from '@/components/date-text';
import { useTrail, type Run } from '@/features/flows/api';

import styles from './print-sheet.module.css';

export function SignatureTable({ run }: { run: Run }) {
  const { t } = useTranslation('flows');
  const trail = useTrail(run.id);
  const opinionOf = (task: string) =>
    trail.items.find((entry) => entry.task === task && (entry.act === 'approved' || entry.act === 'rejected'))
      ?.opinion;
  const decided = run.path.flatMap((step) =>
    step.tasks
      .filter(({ status }) => status === 'approved' || status === 'rejected')
      .map((task) => ({ step: step.name, task })),
  );
  const withdrawn = trail.items.find(({ act }) => act === 'withdrawn');
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{t('print.sign')}</h2>
      <table className={styles.table} data-lines="true">
        <thead>
          <tr>
            <th scope="col">{t('print.step')}</th>
            <th scope="col">{t('print.name')}</th>
            <th scope="col">{t('print.decision')}</th>
            <th scope="col">{t('print.opinion')}</th>
            <th scope="col">{t('print.time')}</th>
          </tr>
        </thead>
        <tbody>
          {decided.map(({ step, task }) => (
            <tr key={task.id}>
              <td>{step}</td>
              <td>{task.member.name}</td>
              <td>{t(`decision.${task.status === 'rejected' ? 'rejected' : 'approved'}`)}</td>
              <td className={styles.opinion}>{opinionOf(task.id)}</td>
              <td>{task.ended_at && <DateText value={task.ended_at} />}</td>
            </tr>
          ))}
          {withdrawn && (
            <tr>
              <td />
              <td>{withdrawn.by_name}</td>
              <td>{t('status.withdrawn')}</td>
              <td className={styles.opinion}>{withdrawn.opinion}</td>
              <td>
                <DateText value={withdrawn.at} />
              </td>
            </tr>
          )}
          {run.status === 'running' && (
            <tr>
              <td>{run.node?.name}</td>
              <td colSpan={4}>{t('print.unfinished')}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
