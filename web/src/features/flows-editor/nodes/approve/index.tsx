/** An approval: somebody decides. */
import { Stamp } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useEditor } from '../../editor/editor';
import styles from '../../editor/step-card.module.css';
import { dueText } from '../../model/due';
import type { Rule } from '../../model/types';
import { moduleOf } from '../../rules/rule-types';
import { defineNode, type StepOf } from '../node-type';
import { RulesSummary } from '../rules-summary';

import { ApproveSettings } from './approve-settings';

function Summary({ step }: { step: StepOf<'approve'> }) {
  const { t } = useTranslation('flows-editor');
  const { words } = useEditor();
  return (
    <RulesSummary rules={step.approvers} words={words}>
      <p className={styles.tags}>
        {maybeSeveral(step.approvers) && <span className={styles.tag}>{t(`mode.${step.mode}`)}</span>}
        {step.due_hours && (
          <span className={styles.tag}>{t('card.due', { time: dueText(step.due_hours, t) })}</span>
        )}
      </p>
    </RulesSummary>
  );
}

/** Where it can only be one person, it says nothing how several decide. */
function maybeSeveral([first, ...others]: Rule[]): boolean {
  return others.length > 0 || (first !== undefined && moduleOf(first).several?.(first) === true);
}

export const node = defineNode<'approve'>({
  type: 'approve',
  rank: 1,
  icon: Stamp,
  // It begins with the one whom most companies ask first.
  create: (common) => ({ type: 'approve', ...common, mode: 'any', approvers: [{ type: 'manager' }] }),
  rules: ({ approvers }) => approvers,
  named: ({ empty }) => ({ members: empty?.members ?? [], records: [] }),
  Summary,
  Settings: ApproveSettings,
});
