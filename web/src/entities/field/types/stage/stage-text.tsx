/** A stage by name, on its colour. */
import type { TextProps } from '../../field-type';
import { useLabelLanguage } from '../../label';

import styles from './stage-text.module.css';
import { colorOf, knownStages, stageName } from './stages';

export function StageText({ field, value }: TextProps) {
  const language = useLabelLanguage();
  const stage = String(value);
  const color = colorOf(knownStages(field).find((each) => each.value === stage));
  return (
    <span className={styles.stage} data-color={color}>
      {stageName(field, stage, language)}
    </span>
  );
}
