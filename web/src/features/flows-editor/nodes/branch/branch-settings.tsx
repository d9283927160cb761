/** A branch: its name, and the order in which its conditions are tried. */
import { Button } from 'antd';
import { ChevronRight, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Section } from '@/components/editing/setting';
import { conditionText } from '@/entities/condition/text';

import { useEditor } from '../../editor/editor';
import { armsOf, MOST_ARMS } from '../../model/tree';
import { AboutStep } from '../../settings/about-step';
import type { NodeSettingsProps, StepOf } from '../node-type';

import styles from './branch-settings.module.css';

export function BranchSettings({ step: branch, onDone }: NodeSettingsProps<StepOf<'branch'>>) {
  const { t } = useTranslation('flows-editor');
  const { words, select, addArm } = useEditor();
  return (
    <>
      <AboutStep step={branch} about={t('about.branchLong')} own={(at) => at !== 'name'} onDone={onDone} />
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
