/** When a branch is taken: groups of which any one is enough, each a list of lines that must all hold. */
import { Button } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

import { Tool } from '@/components/editing/tool';

import type { Condition, Fault, FlowField, Group } from '../model/types';
import { FaultLines } from '../rules/fault-lines';

import styles from './condition-editor.module.css';
import {
  addGroup,
  addTest,
  MOST_GROUPS,
  MOST_TESTS,
  newTest,
  removeGroup,
  removeTest,
  withTest,
} from './condition-model';
import type { Operand } from './operands';
import { TestRow } from './test-row';
import { useOperands } from './use-conditions';

interface Props {
  value: Condition;
  onChange: (condition: Condition) => void;
  fields: FlowField[];
  /** Below the condition: `any/0/all/1/value`, or '' for all of it. */
  faults?: Fault[];
}

export function ConditionEditor({ value, onChange, fields, faults = [] }: Props) {
  const { t } = useTranslation('flows-editor');
  const operands = useOperands(fields);
  const groups = value.any;
  const general = faults.filter(({ at }) => !/^any\/\d+\/all\/\d+/.test(at));
  return (
    <div className={styles.editor}>
      <p className={styles.hint}>{t('conditions.hint')}</p>
      {groups.map((group, index) => (
        <Fragment key={index}>
          {index > 0 && <p className={styles.either}>{t('conditions.either')}</p>}
          <GroupCard
            group={group}
            number={index + 1}
            alone={groups.length === 1}
            operands={operands}
            faults={below(faults, `any/${index}/all/`)}
            onAdd={() => onChange(addTest(value, index, newTest(operands)))}
            onTest={(at, test) => onChange(withTest(value, index, at, test))}
            onDrop={(at) => onChange(removeTest(value, index, at))}
            onRemove={() => onChange(removeGroup(value, index))}
          />
        </Fragment>
      ))}
      <FaultLines faults={general} />
      <Button
        className={styles.add ?? ''}
        icon={<Plus size={15} aria-hidden="true" />}
        disabled={groups.length >= MOST_GROUPS}
        onClick={() => onChange(addGroup(value, newTest(operands)))}
      >
        {t(groups.length === 0 ? 'conditions.addFirst' : 'conditions.addGroup')}
      </Button>
      {groups.length >= MOST_GROUPS && <p className={styles.hint}>{t('conditions.full')}</p>}
    </div>
  );
}

interface GroupProps {
  group: Group;
  number: number;
  alone: boolean;
  operands: Operand[];
  /** Below the list of lines: `1/value`. */
  faults: Fault[];
  onAdd: () => void;
  onTest: (at: number, test: Group['all'][number]) => void;
  onDrop: (at: number) => void;
  onRemove: () => void;
}

function GroupCard({ group, number, alone, operands, faults, onAdd, onTest, onDrop, onRemove }: GroupProps) {
  const { t } = useTranslation('flows-editor');
  const full = group.all.length >= MOST_TESTS;
  return (
    <section className={styles.group} aria-label={t('conditions.number', { number })}>
      {!alone && (
        <header className={styles.head}>
          <h4 className={styles.title}>{t('conditions.number', { number })}</h4>
          <Tool label={t('conditions.removeGroup', { number })} onClick={onRemove}>
            <Trash2 size={15} />
          </Tool>
        </header>
      )}
      <ol className={styles.tests} aria-label={t('conditions.tests')}>
        {group.all.map((test, at) => (
          <TestRow
            key={at}
            test={test}
            number={at + 1}
            operands={operands}
            faults={below(faults, `${at}/`)}
            onChange={(next) => onTest(at, next)}
            onRemove={() => onDrop(at)}
          />
        ))}
      </ol>
      <Button
        type="text"
        size="small"
        className={styles.addTest ?? ''}
        icon={<Plus size={14} aria-hidden="true" />}
        disabled={full}
        onClick={onAdd}
      >
        {t(full ? 'conditions.full' : group.all.length === 0 ? 'conditions.addFirst' : 'conditions.addTest')}
      </Button>
    </section>
  );
}

/** Those at `path` or below it, as seen from there. */
function below(faults: Fault[], path: string): Fault[] {
  const self = path.replace(/\/$/, '');
  return faults
    .filter(({ at }) => at === self || at.startsWith(path))
    .map((fault) => ({ ...fault, at: fault.at.slice(path.length) }));
}
