/** A branch: its name, and the order in which its conditions are tried. */
import { Button } from 'antd';
import { ChevronRight, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Section } from '@/components/editing/setting';

import { conditionText } from '../conditions/condition-text';
import { useEditor } from '../editor/editor';
import { StepIcon } from '../editor/step-icon';
import { faultFor, findingsAt } from '../model/faults';
import { armsOf, MOST_ARMS } from '../model/tree';
import type { Branch } from '../model/types';

import styles from './branch-settings.module.css';
import { Head } from './head';
import { NameSetting } from './name-setting';
import type { PanelProps } from './panel';

export function BranchSettings({ branch, onDone }: PanelProps & { branch: Branch }) {
  const { t } = useTranslation('flows-editor');
  const { words, findings, fresh, changeStep, select, addArm } = useEditor();
  const found = findingsAt(findings, { step: branch.id });
  return (
    <>
      <Head
        icon={<StepIcon type="branch" />}
        title={t('type.branch')}
        about={t('about.branchLong')}
        spot={{ step: branch.id }}
        name={branch.name}
        findings={found.filter(({ at }) => at !== 'name')}
        onDone={onDone}
      />
      <Section title={t('setting.basics')}>
        <NameSetting
          label={t('setting.name')}
          value={branch.name}
          error={faultFor(found, 'name')}
          fresh={fresh === branch.id}
          onChange={(name) => changeStep({ ...branch, name }, 'name')}
        />
      </Section>
      <Section title={t('setting.arms')}>
        <ol className={styles.arms}>
          {armsOf(branch).map(({ arm, given }) => (
            <li key={arm}>
              <button type="button" className={styles.arm} onClick={() => select({ branch: branch.id, arm })}>
                <span className={styles.name}>
                  {given ? given.name || t('card.unnamed') : (branch.default.name ?? t('arm.usual'))}
                </span>
                <span className={styles.when}>
                  {given ? conditionText(given.condition, words) : t('arm.usualText')}
                </span>
                <ChevronRight size={15} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ol>
        <Button
          icon={<Plus size={15} />}
          disabled={branch.branches.length >= MOST_ARMS}
          onClick={() => addArm(branch.id)}
        >
          {t('canvas.addArm')}
        </Button>
      </Section>
    </>
  );
}
