/** It is this person's turn: why it is him, and the two verbs, in sight wherever he has scrolled to. */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Field } from '@/entities/field/definition';
import { WhyText } from '@/entities/why/why-text';

import type { Run, Task } from './api';
import styles from './decide-bar.module.css';
import { DecideDialog, type Decision } from './decide-dialog';

export function DecideBar({ run, task, fields }: { run: Run; task: Task; fields: Field[] }) {
  const { t } = useTranslation('flows');
  const [decision, setDecision] = useState<Decision['decision'] | null>(null);
  const asked = decision && {
    decision,
    runId: run.id,
    task: task.id,
    title: run.title,
    about: t('about', { form: run.form_name, name: run.initiator.name }),
    summary: run.summary,
  };
  return (
    <section className={styles.bar} data-bottom-bar="true" aria-label={t('turn.title')}>
      <div className={styles.text}>
        <p className={styles.title}>{t('turn.title')}</p>
        <p className={styles.why}>
          {t('turn.why')}
          <WhyText why={task.why} initiator={run.initiator.name} fields={fields} />
        </p>
      </div>
      <div className={styles.verbs}>
        <Button size="large" onClick={() => setDecision('reject')}>
          {t('decide.reject.verb')}
        </Button>
        <Button size="large" type="primary" onClick={() => setDecision('approve')}>
          {t('decide.approve.verb')}
        </Button>
      </div>
      {asked && <DecideDialog asked={asked} onClose={() => setDecision(null)} />}
    </section>
  );
}
