/** The first few choices as they will be offered. */
import type { Field } from '../../definition';
import { useLabelLanguage } from '../../label';

import { choiceText } from './choice-names';
import styles from './choices-sample.module.css';

const SHOWN = 6;

export function ChoicesSample({ field, several }: { field: Field; several: boolean }) {
  const language = useLabelLanguage();
  const choices = field.options?.choices ?? [];
  return (
    <div className={styles.choices} aria-hidden="true">
      {choices.slice(0, SHOWN).map((choice) => (
        <span key={choice.value} className={styles.choice} data-several={several}>
          {choiceText(choice, language)}
        </span>
      ))}
      {choices.length > SHOWN && <span>+{choices.length - SHOWN}</span>}
    </div>
  );
}
