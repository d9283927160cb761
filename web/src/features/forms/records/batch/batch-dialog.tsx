/** One thing done to several records: what will happen, how far it is, and what became of each. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress, Select } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Dialog } from '@/components/dialog';
import { errorText } from '@/components/problem-note';
import { BY_LABEL } from '@/components/searching';
import { EntryFields } from '@/entities/entry/entry-fields';
import { UploadsProvider } from '@/entities/entry/files/uploads';
import { useCircumstances, useEntry } from '@/entities/entry/use-entry';
import type { Field } from '@/entities/field/definition';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import { ApiProblem } from '@/lib/api/problem';
import { announce } from '@/lib/tabs/tabs';

import type { RecordCard } from '../api';
import { isCellEditable } from '../change-value';
import type { ListState } from '../views/use-list-state';

import { batchActions } from './actions';
import styles from './batch-dialog.module.css';
import { runBatch, type Outcome } from './run';

export type Action = 'delete' | 'submit' | 'set';

interface Props {
  state: ListState;
  action: Action;
  cards: RecordCard[];
  onClose: () => void;
  onDone: () => void;
}

const STALE = [['records'], ['started'], ['todos'], ['me']];

export function BatchDialog({ state, action, cards, onClose, onDone }: Props) {
  const { t } = useTranslation(['forms', 'components']);
  const language = useLabelLanguage();
  const client = useQueryClient();
  const here = useCircumstances();
  const choices = useMemo(
    () => state.definition.fields.filter(isCellEditable).map((each) => ({ ...each, required: false })),
    [state.definition],
  );
  const [chosen, setChosen] = useState<Field[]>(() => choices.slice(0, 1));
  const entry = useEntry(chosen, NOTHING, here);
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  const [phase, setPhase] = useState<'asking' | 'running' | 'over'>('asking');
  const stopped = useRef(false);
  const actions = batchActions(client, state.definition.fields, cards);
  const names = new Map(
    cards.map(({ id, title, serial }) => [id, title || serial || t('forms:records.untitled')]),
  );
  const failures = outcomes.filter(({ error }) => error !== null);

  const start = async () => {
    const [field] = chosen;
    if (action === 'set' && (!field || !entry.check(false))) return;
    setPhase('running');
    const act =
      field && action === 'set'
        ? actions.set(field, entry.values)
        : actions[action === 'submit' ? 'submit' : 'delete'];
    await runBatch(
      cards.map(({ id }) => id),
      act,
      { onEach: (outcome) => setOutcomes((all) => [...all, outcome]), stopped: () => stopped.current },
    );
    setPhase('over');
    announce({ kind: 'changed', keys: STALE });
    await Promise.all(STALE.map((queryKey) => client.invalidateQueries({ queryKey })));
    onDone();
  };
  const close = () => {
    if (phase === 'running') stopped.current = true;
    else onClose();
  };
  return (
    <Dialog
      open
      title={t(`forms:batch.${action}.title`, { count: cards.length })}
      onClose={close}
      footer={footer()}
    >
      {phase === 'asking' && <p>{t(`forms:batch.${action}.hint`)}</p>}
      {phase === 'asking' && action === 'set' && (
        <div className={styles.set}>
          <Select
            aria-label={t('forms:batch.set.field')}
            showSearch={BY_LABEL}
            value={chosen[0]?.id ?? null}
            options={choices.map(({ id, name }) => ({ value: id, label: labelText(name, language) }))}
            onChange={(id) => setChosen(choices.filter((each) => each.id === id))}
          />
          <UploadsProvider formId={state.form.id} entry={entry}>
            <EntryFields entry={entry} />
          </UploadsProvider>
        </div>
      )}
      {phase !== 'asking' && (
        <>
          <Progress
            percent={Math.round((outcomes.length / cards.length) * 100)}
            status={phase === 'running' ? 'active' : failures.length > 0 ? 'exception' : 'success'}
            aria-label={t('forms:batch.progress')}
          />
          <p role="status">
            {t(phase === 'running' ? 'forms:batch.running' : 'forms:batch.over', {
              done: outcomes.length - failures.length,
              failed: failures.length,
              all: cards.length,
            })}
          </p>
          {failures.length > 0 && (
            <ul className={styles.failures} aria-label={t('forms:batch.failures')}>
              {failures.map(({ id, error }) => (
                <li key={id}>
                  <Link to={`/records/${id}`}>{names.get(id)}</Link>
                  <span>{error && reasonOf(error)}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Dialog>
  );

  function reasonOf(error: Error): string {
    const [first] = error instanceof ApiProblem ? error.fields : [];
    return first?.message ?? errorText(error, (key) => t(`components:${key}`));
  }

  function footer() {
    if (phase === 'over')
      return (
        <Button type="primary" onClick={onClose}>
          {t('components:close')}
        </Button>
      );
    if (phase === 'running') return <Button onClick={close}>{t('forms:batch.stop')}</Button>;
    return (
      <>
        <Button onClick={onClose}>{t('components:cancel')}</Button>
        <Button type="primary" danger={action === 'delete'} onClick={() => void start()}>
          {t(`forms:batch.${action}.verb`, { count: cards.length })}
        </Button>
      </>
    );
  }
}

const NOTHING = {};
