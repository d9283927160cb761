/** The one editor of conditions: groups of comparisons, one within another, for branches and for filters of lists. */
import { useTranslation } from 'react-i18next';

import type { DynamicName } from '../dynamic';
import { FaultLines } from '../fault-lines';
import { newComparison } from '../model';
import { outermost } from '../tree';
import type { Condition, Fault, Operand } from '../types';

import styles from './condition-editor.module.css';
import { EditorContext } from './editor-context';
import { GroupCard } from './group-card';

interface Props {
  value: Condition;
  onChange: (condition: Condition) => void;
  operands: Operand[];
  /** Below the condition: `any/0/all/1/value`, or '' for all of it. */
  faults?: Fault[];
  /** People who have left can be named, too. */
  everybody?: boolean;
  /** Fields of the record that is being filled in, whose values may be compared with. */
  own?: Operand[];
  /** Nothing is looked up when the condition is asked: no relative days, no "me". */
  still?: boolean;
  /** Of what is looked up, what is not offered. */
  without?: readonly DynamicName[];
}

const NONE: Operand[] = [];
const NOTHING: readonly DynamicName[] = [];

export function ConditionEditor(props: Props) {
  const { value, onChange, operands, faults = [], everybody = false, own = NONE, still = false } = props;
  const { without = NOTHING } = props;
  const { t } = useTranslation('condition');
  const { shown, path } = outermost(value);
  const change = (next: Condition) => onChange(path === '' ? next : { any: [next] });
  const inside = faults.flatMap((fault) =>
    fault.at.startsWith(path) ? [{ ...fault, at: fault.at.slice(path.length) }] : [],
  );
  const general = faults.filter(({ at }) => !/\d/.test(at) || !at.startsWith(path));
  return (
    <EditorContext value={{ operands, everybody, own, still, without, make: () => newComparison(operands) }}>
      <div className={styles.editor} role="group" aria-label={t('tests')}>
        <GroupCard value={shown} onChange={change} faults={inside} level={1} />
        <FaultLines faults={general} />
      </div>
    </EditorContext>
  );
}
