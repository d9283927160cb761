/** One group: when it holds, its comparisons, and the groups within it. */
import { Button, Select } from 'antd';
import { FolderPlus, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Tool } from '@/components/editing/tool';

import { groupOf, makeGroup, MOST_LEVELS, MOST_PARTS, placeOf, type Joiner } from '../tree';
import { isComparison, type Condition, type Fault } from '../types';

import { ComparisonRow } from './comparison-row';
import styles from './condition-editor.module.css';
import { useEditorState } from './editor-context';

interface Props {
  value: Condition;
  onChange: (condition: Condition) => void;
  /** Below this group. */
  faults: Fault[];
  /** 1 for the outermost. */
  level: number;
  onRemove?: () => void;
}

const JOINERS: Joiner[] = ['all', 'any', 'none', 'notAll'];

export function GroupCard({ value, onChange, faults, level, onRemove }: Props) {
  const { t } = useTranslation('condition');
  const { make } = useEditorState();
  const group = groupOf(value);
  const { joiner, parts } = group;
  const full = parts.length >= MOST_PARTS;
  const set = (next: Condition[]) => onChange(makeGroup(joiner, next));
  const replace = (at: number, part: Condition) =>
    set(parts.map((each, index) => (index === at ? part : each)));
  const remove = (at: number) => {
    const left = parts.filter((_, index) => index !== at);
    if (left.length === 0 && onRemove) onRemove();
    else set(left);
  };
  const offered = JOINERS.filter((each) => each !== 'notAll' || each === joiner);
  return (
    <section className={level > 1 ? styles.group : styles.root} aria-label={t('groupLabel')}>
      {(parts.length > 1 || level > 1 || joiner !== 'all') && (
        <header className={styles.head}>
          <Select<Joiner>
            className={styles.joiner ?? ''}
            size="small"
            variant="filled"
            aria-label={t('joiner')}
            value={joiner}
            popupMatchSelectWidth={false}
            options={offered.map((each) => ({ value: each, label: t(`joiners.${each}`) }))}
            onChange={(next) => onChange(makeGroup(next, parts))}
          />
          {onRemove && (
            <Tool label={t('removeGroup')} onClick={onRemove}>
              <Trash2 size={15} />
            </Tool>
          )}
        </header>
      )}
      <ol className={styles.parts}>
        {parts.map((part, at) =>
          isComparison(part) ? (
            <ComparisonRow
              key={at}
              test={part}
              number={at + 1}
              faults={below(faults, placeOf(group, at))}
              onChange={(next) => replace(at, next)}
              onRemove={() => remove(at)}
            />
          ) : (
            <li key={at}>
              <GroupCard
                value={part}
                onChange={(next) => replace(at, next)}
                faults={below(faults, placeOf(group, at))}
                level={level + 1}
                onRemove={() => remove(at)}
              />
            </li>
          ),
        )}
      </ol>
      <div className={styles.adding}>
        <Button
          type="text"
          size="small"
          icon={<Plus size={14} aria-hidden="true" />}
          disabled={full}
          onClick={() => set([...parts, make()])}
        >
          {t(full ? 'full' : parts.length === 0 ? 'addFirst' : 'addTest')}
        </Button>
        {level < MOST_LEVELS && parts.length > 0 && !full && (
          <Button
            type="text"
            size="small"
            icon={<FolderPlus size={14} aria-hidden="true" />}
            onClick={() => set([...parts, makeGroup(joiner === 'all' ? 'any' : 'all', [make()])])}
          >
            {t('addGroup')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Those at `path` or below it, as seen from there. */
function below(faults: Fault[], path: string): Fault[] {
  if (path === '') return faults;
  return faults
    .filter(({ at }) => at === path || at.startsWith(`${path}/`))
    .map((fault) => ({ ...fault, at: fault.at.slice(path.length + 1) }));
}
