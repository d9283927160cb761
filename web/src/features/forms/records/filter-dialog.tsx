/** The conditions of a list in one place, applied together. */
import { Button } from 'antd';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { ConditionEditor } from '@/entities/condition/editor/condition-editor';
import { complaintOf, newComparison } from '@/entities/condition/model';
import { comparisonsOf, pruned } from '@/entities/condition/tree';
import type { Condition, Operand } from '@/entities/condition/types';

import styles from './filter-dialog.module.css';
import { isAskable } from './list-query';

interface Props {
  operands: Operand[];
  condition: Condition | null;
  onApply: (condition: Condition | null) => void;
  onClose: () => void;
}

export function FilterDialog({ operands, condition, onApply, onClose }: Props) {
  const { t } = useTranslation('forms');
  const form = useId();
  const [set, setSet] = useState<Condition>(() => condition ?? { all: [newComparison(operands)] });
  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    // The line says what is wrong with it; what has no value yet asks nothing.
    const wrong = comparisonsOf(set).some((each) => {
      const operand = operands.find(({ id }) => id === each.field);
      return operand !== undefined && complaintOf(each, operand) !== null;
    });
    if (!wrong) onApply(pruned(set, (each) => isAskable(each, operands)));
  };
  return (
    <Dialog
      open
      place="side"
      title={t('filter.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => setSet({ all: [] })}>{t('filter.clear')}</Button>
          <Button type="primary" htmlType="submit" form={form}>
            {t('filter.apply')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} noValidate onSubmit={apply}>
        <ConditionEditor value={set} onChange={setSet} operands={operands} everybody />
      </form>
    </Dialog>
  );
}
