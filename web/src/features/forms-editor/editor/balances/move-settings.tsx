/** When records hold, use and release: one line for each state that records of the form come into. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { Setting } from '@/components/editing/setting';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor } from '@/entities/form/editing/faults';

import type { BalanceProps } from './balance-card';
import styles from './balances.module.css';
import { movedStates, moveOf, MOVES, withMove, type Move } from './model';

export function MoveSettings({ balance, faults, onChange }: BalanceProps) {
  const { t } = useTranslation('forms-editor');
  const { flowId, definition } = useEditor();
  const states = movedStates(flowId !== '' || definition.approval === 'flow');
  return (
    <>
      {states.map((state) => (
        <Setting key={state} label={t(`balances.state.${state}`)} error={faultFor(faults, `moves/${state}`)}>
          {(input) => (
            <Select<Move>
              {...input}
              value={moveOf(balance, state)}
              options={MOVES.map((move) => ({ value: move, label: t(`balances.move.${move}`) }))}
              onChange={(move) => onChange(withMove(balance, state, move))}
            />
          )}
        </Setting>
      ))}
      <p className={styles.about}>{t('balances.always')}</p>
    </>
  );
}
