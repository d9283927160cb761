/** What can be done with the selected records, at the foot of their list. */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useMe } from '@/lib/session/me';

import type { RecordCard } from '../api';
import { isCellEditable } from '../change-value';
import { isSubmittable } from '../submittable';
import { MOST_SELECTED } from '../table/selection';
import type { ListState } from '../views/use-list-state';

import { BatchDialog, type Action } from './batch-dialog';
import styles from './selection-bar.module.css';

interface Props {
  state: ListState;
  cards: RecordCard[];
  onClear: () => void;
}

export function SelectionBar({ state, cards, onClear }: Props) {
  const { t } = useTranslation('forms');
  const me = useMe();
  // The records of the moment the button was pressed: the list behind changes while they are worked on.
  const [begun, setBegun] = useState<{ action: Action; cards: RecordCard[] } | null>(null);
  const drafts = cards.filter((card) => isSubmittable(card, state.form, me.id));
  const editable = state.definition.fields.some(isCellEditable) && !state.form.archived;
  const close = () => setBegun(null);
  return (
    <>
      {cards.length > 0 && (
        <div className={styles.bar} role="region" aria-label={t('select.label')} data-bottom-bar="true">
          <span role="status">
            {t(cards.length >= MOST_SELECTED ? 'select.most' : 'select.count', { count: cards.length })}
          </span>
          {editable && (
            <Button size="small" onClick={() => setBegun({ action: 'set', cards })}>
              {t('batch.set.verb')}
            </Button>
          )}
          {drafts.length > 0 && (
            <Button size="small" onClick={() => setBegun({ action: 'submit', cards: drafts })}>
              {t('batch.submit.verb', { count: drafts.length })}
            </Button>
          )}
          <Button size="small" danger onClick={() => setBegun({ action: 'delete', cards })}>
            {t('batch.delete.verb')}
          </Button>
          <Button size="small" type="text" onClick={onClear}>
            {t('select.clear')}
          </Button>
        </div>
      )}
      {begun && <BatchDialog state={state} {...begun} onClose={close} onDone={onClear} />}
    </>
  );
}
