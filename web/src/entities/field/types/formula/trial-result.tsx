/** What the formula gives with sample values, at once and without saving. */
import { useState } from 'react';

import { useCalendarYears } from '@/entities/calendar/use-calendar-years';
import type { Place } from '@/entities/form/editing/changes';
import { useEditor } from '@/entities/form/editing/editor';
import { dayIn } from '@/lib/format/zone';
import { useMe } from '@/lib/session/me';

import { useTypeWords } from '../../type-words';

import styles from './formula-settings.module.css';
import type { Name } from './formula-text';
import { asksCalendar, isVolatile, tryOut, valueText } from './trial';

interface TrialResultProps {
  expression: string;
  place: Place;
  names: Name[];
}

export function TrialResult({ expression, place, names }: TrialResultProps) {
  const words = useTypeWords('formula');
  const { definition } = useEditor();
  const { company } = useMe();
  const [today] = useState(() => dayIn(Date.now(), company.zone));
  const year = Number(today.slice(0, 4));
  const years = useCalendarYears(asksCalendar(expression) ? [year - 1, year, year + 1] : []);
  const trial = tryOut(expression, definition, place, names, today, years);
  if (!trial) return null;
  const { samples, result } = trial;
  const shown = () => {
    if (!result) return words('formula.trialFails');
    if (typeof result.value === 'boolean') return words(result.value ? 'formula.yes' : 'formula.no');
    return valueText(result.value) || words('formula.blank');
  };
  return (
    <div className={styles.trial} aria-live="polite">
      <span className={styles.about}>{words('formula.trial')}</span>
      {samples.map(({ name, value }) => (
        <span key={name} className={styles.sample}>
          [{name}] = {value}
        </span>
      ))}
      <output className={styles.result}>{shown()}</output>
      {isVolatile(expression, definition) && (
        <span className={styles.about}>{words('formula.volatile')}</span>
      )}
    </div>
  );
}
