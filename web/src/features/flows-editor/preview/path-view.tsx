/** The path with names: why each is asked, which arm is taken and because of what, and where nobody is found. */
import { useTranslation } from 'react-i18next';

import { Timeline, type TimelineItem } from '@/components/timeline';
import { conditionText, type ConditionWords } from '@/entities/condition/text';
import type { Field } from '@/entities/field/definition';
import type { Why } from '@/entities/run/why';
import { WhyText } from '@/entities/why/why-text';

import { hasArms } from '../model/types';
import type { Step } from '../model/types';
import { moduleOf } from '../nodes/registry';
import { rulesText } from '../rules/rule-text';
import type { Words as RuleWords } from '../rules/rule-words';

import { armTaken, everyStep } from './consulted';
import styles from './preview-dialog.module.css';
import type { Path, PathStep } from './use-preview';

interface Props {
  path: Path;
  steps: Step[];
  words: RuleWords & ConditionWords;
  fields: Field[];
  /** Name of whoever would submit. */
  initiator: string;
}

export function PathView({ path, steps, words, fields, initiator }: Props) {
  const { t } = useTranslation('flows-editor');
  const designed = new Map(everyStep(steps).map((step) => [step.id, step]));
  const ends = path.blocked || path.steps.at(-1)?.outcome === 'ended';
  const items: TimelineItem[] = [
    { key: 'start', mark: 'start', title: t('preview.start', { name: initiator }) },
    ...path.steps.map((step, index) => ({ ...itemOf(step), key: `${index}-${step.node}` })),
    ...(ends ? [] : [{ key: 'end', mark: 'approved' as const, title: t('preview.end') }]),
  ];
  return (
    <>
      {path.blocked && (
        <p role="alert" className={styles.problem}>
          {t('preview.blocked', { name: initiator })}
        </p>
      )}
      <Timeline items={items} label={t('preview.path')} />
    </>
  );

  function itemOf(step: PathStep): Omit<TimelineItem, 'key'> {
    const { outcome, name, detail, reason, people, mode } = step;
    switch (outcome) {
      case 'branched':
        return {
          mark: 'step',
          title: t('preview.took', { branch: name, arm: detail || t('preview.usual') }),
          children: because(step),
        };
      case 'waiting':
        return {
          mark: 'now',
          title: name,
          children: (
            <>
              {people.length > 1 && mode !== '' && <p>{t(`preview.mode.${mode}`)}</p>}
              <People step={step} fields={fields} initiator={initiator} />
            </>
          ),
        };
      case 'copied':
        return {
          mark: 'note',
          title: name,
          aside: t('preview.copied'),
          children:
            people.length === 0 ? (
              t('preview.copiedNobody')
            ) : (
              <People step={step} fields={fields} initiator={initiator} />
            ),
        };
      case 'auto_passed':
        return {
          mark: 'step',
          title: t('preview.passed', { node: name }),
          children: t(reason === 'initiator_skipped' ? 'preview.skipped' : 'preview.nobodyPassed'),
        };
      case 'ended':
        return {
          mark: detail === 'rejected' ? 'rejected' : 'approved',
          title: t(`preview.ended.${detail === 'rejected' ? 'rejected' : 'approved'}`, { node: name }),
        };
      case 'blocked':
        return { mark: 'rejected', title: name, children: nobody(step) };
    }
  }

  function because({ node, detail }: PathStep) {
    const branch = designed.get(node);
    if (!branch || !hasArms(branch)) return null;
    const arm = armTaken(branch, detail);
    return arm
      ? t('preview.because', { condition: conditionText(arm.condition, words) })
      : t('preview.becauseUsual');
  }

  function nobody({ node }: PathStep) {
    const step = designed.get(node);
    const rules = step && moduleOf(step).rules?.(step);
    if (!rules) return null;
    return (
      <>
        <p className={styles.nobody}>{t('preview.nobody', { rules: rulesText(rules, words) })}</p>
        <p>{t('preview.nobodyHint')}</p>
      </>
    );
  }
}

const SHOWN = 20;

function People({ step, fields, initiator }: { step: PathStep; fields: Field[]; initiator: string }) {
  const { t } = useTranslation('flows-editor');
  const more = step.people.length - SHOWN;
  return (
    <ul className={styles.people}>
      {step.people.slice(0, SHOWN).map(({ id, name, why }) => (
        <li key={id}>
          <span className={styles.name}>{name}</span>{' '}
          <WhyText why={why as Why} initiator={initiator} fields={fields} />
        </li>
      ))}
      {more > 0 && <li>{t('preview.more', { count: more })}</li>}
    </ul>
  );
}
