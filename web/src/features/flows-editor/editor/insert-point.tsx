/** Between two steps: the line, and on it the way to add one here, or to put the one that is moving. */
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { fits } from '../model/changes';
import { depthOf, DEEPEST, keyOf, type Lane } from '../model/tree';

import { AddMenu } from './add-menu';
import { useEditor } from './editor';
import styles from './insert-point.module.css';

interface Props {
  lane: Lane;
  index: number;
  /** Nothing comes after it in its lane. */
  last: boolean;
  /** After which step or in which arm, for those who do not see the line. */
  after: string;
}

export function InsertPoint({ lane, index, last, after }: Props) {
  const { t } = useTranslation('flows-editor');
  const { definition, moving, put, add } = useEditor();
  const [over, setOver] = useState(false);
  const target = moving !== null && fits(definition, moving, lane);

  if (moving !== null && !target) return <div className={styles.gap} />;
  if (target) {
    return (
      // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- only a place to drop; the button in it is for everybody.
      <div
        className={styles.gap}
        onDragOver={(event: DragEvent) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          put(lane, index);
        }}
      >
        <button
          type="button"
          className={styles.put}
          data-over={over}
          aria-label={t('canvas.putAfter', { name: after })}
          onClick={() => put(lane, index)}
        >
          {t('canvas.put')}
        </button>
      </div>
    );
  }
  return (
    <div className={styles.gap}>
      <AddMenu
        id={`add-${keyOf(lane)}-${index}`}
        label={t('canvas.addAfter', { name: after })}
        mayEnd={last}
        mayBranch={depthOf(definition, lane) <= DEEPEST}
        onAdd={(type) => add(type, lane, index)}
      />
    </div>
  );
}
