/** The stages of a process: one pipeline, or several. */
import { Milestone } from 'lucide-react';

import { defineFieldDesign } from '../../editing/field-design';
import type { TypeWords } from '../../type-words';

import { StageSettings } from './stage-settings';
import styles from './stage-settings.module.css';
import { StageText } from './stage-text';
import { stagesOf } from './stages';

const startingStages = (words: TypeWords) => ({
  pipelines: [
    {
      value: words('first.pipeline'),
      stages: [
        { value: words('first.begin') },
        { value: words('first.work') },
        { value: words('first.won'), kind: 'won' as const },
        { value: words('first.lost'), kind: 'lost' as const },
      ],
    },
  ],
});

export const design = defineFieldDesign({
  icon: Milestone,
  group: 'choice',
  indexed: true,
  listed: true,
  titled: true,
  options: startingStages,
  Settings: StageSettings,
  Sample: ({ field }) => (
    <div className={styles.sample} aria-hidden="true">
      {stagesOf(field)
        .slice(0, 6)
        .map(({ value }) => (
          <StageText key={value} field={field} value={value} />
        ))}
    </div>
  ),
});
