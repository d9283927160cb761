/** An approval, a copy or an end, with the sentence of what it does. */
import { useTranslation } from 'react-i18next';

import { dueText } from '../model/due';
import type { Approve, Cc, End, Rule } from '../model/types';
import { rulesText } from '../rules/rule-text';

import { Card } from './card';
import { useEditor } from './editor';
import styles from './step-card.module.css';
import { StepIcon } from './step-icon';

export function StepCard({ step }: { step: Approve | Cc | End }) {
  const { t } = useTranslation('flows-editor');
  return (
    <Card
      spot={{ step: step.id }}
      kind="step"
      label={t('card.open', { name: step.name || t('card.unnamed'), type: t(`type.${step.type}`) })}
      icon={<StepIcon type={step.type} outcome={step.type === 'end' ? step.outcome : undefined} />}
      name={step.name || t('card.unnamed')}
      drags
      tools
    >
      <Summary step={step} />
    </Card>
  );
}

function Summary({ step }: { step: Approve | Cc | End }) {
  const { t } = useTranslation('flows-editor');
  const { words } = useEditor();
  if (step.type === 'end') return <p className={styles.text}>{t(`end.${step.outcome}Text`)}</p>;
  const rules = step.type === 'approve' ? step.approvers : step.recipients;
  if (rules.length === 0) return <p className={styles.missing}>{t('card.nobody')}</p>;
  return (
    <>
      <p className={styles.text}>{rulesText(rules, words)}</p>
      {step.type === 'approve' && (
        <p className={styles.tags}>
          {maybeSeveral(rules) && <span className={styles.tag}>{t(`mode.${step.mode}`)}</span>}
          {step.due_hours && (
            <span className={styles.tag}>{t('card.due', { time: dueText(step.due_hours, t) })}</span>
          )}
        </p>
      )}
    </>
  );
}

/** Where it can only be one person, it says nothing how several decide. */
function maybeSeveral([first, ...others]: Rule[]): boolean {
  if (others.length > 0) return true;
  if (first?.type === 'member') return first.members.length > 1;
  return first?.type === 'role' || first?.type === 'field' || first?.type === 'choice';
}
