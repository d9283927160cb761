/** An arm of a branch: when it is taken. The default arm has no condition, only a name. */
import { useTranslation } from 'react-i18next';

import { conditionText } from '@/entities/condition/text';
import { comparisonsOf } from '@/entities/condition/tree';

import { findBranch, type ArmPlace } from '../model/tree';
import type { Arm } from '../model/types';

import { Card } from './card';
import { useEditor } from './editor';
import styles from './step-card.module.css';

interface Props {
  place: ArmPlace;
  /** null: the default arm. */
  arm: Arm | null;
  name: string;
  number: number;
}

export function ArmCard({ place, arm, name, number }: Props) {
  const { t } = useTranslation('flows-editor');
  const { definition, words } = useEditor();
  const several = (findBranch(definition, place.branch)?.branches.length ?? 0) > 1;
  const shown = name || t('card.unnamed');
  const empty = arm && comparisonsOf(arm.condition).length === 0;
  return (
    <Card
      spot={place}
      kind="arm"
      label={t('card.open', { name: shown, type: t(arm ? 'type.arm' : 'type.usual') })}
      name={shown}
      mark={
        arm ? (
          several && <span className={styles.order}>{t('arm.order', { number })}</span>
        ) : (
          <span className={styles.tag}>{t('type.usual')}</span>
        )
      }
      tools={arm !== null}
    >
      {arm ? (
        empty ? (
          <p className={styles.missing}>{t('arm.empty')}</p>
        ) : (
          <p className={styles.text}>
            <span className={styles.word}>{t('arm.if')}</span> {conditionText(arm.condition, words)}
          </p>
        )
      ) : (
        <p className={styles.text}>{t('arm.usualText')}</p>
      )}
    </Card>
  );
}
