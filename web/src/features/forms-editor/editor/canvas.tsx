/** The form as it will look, field by field; where a dragged field would land there is a line. */
import { FilePlus2 } from 'lucide-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '@/components/empty-state';
import { labelText } from '@/entities/field/label';
import { indexOf } from '@/entities/form/editing/changes';
import { useEditor } from '@/entities/form/editing/editor';

import styles from './canvas.module.css';
import { dragged, isDrag } from './dragging';
import { FieldCard } from './field-card';

export function Canvas({ adding }: { adding?: ReactNode }) {
  const { t } = useTranslation('forms-editor');
  const { definition, language, selected, select, add, moveTo } = useEditor();
  const [gap, setGap] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const description = labelText(definition.description, language);

  const over = (event: DragEvent) => {
    if (!isDrag(event)) return;
    event.preventDefault();
    setGap(gapAt(list.current, event.clientY));
  };
  const drop = (event: DragEvent) => {
    const what = dragged(event);
    const index = gapAt(list.current, event.clientY);
    setGap(null);
    if (!what) return;
    event.preventDefault();
    if ('add' in what) {
      add(what.add, index);
      return;
    }
    const from = indexOf(definition, { field: what.move });
    moveTo({ field: what.move }, index > from ? index - 1 : index);
    select({ field: what.move });
  };

  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- only a place to drop; keys add and move fields, too.
    <div
      className={styles.canvas}
      onDragOver={over}
      onDrop={drop}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setGap(null);
      }}
    >
      <button
        type="button"
        className={styles.head}
        data-selected={selected === null}
        onClick={() => select(null)}
      >
        <span className={styles.name}>{labelText(definition.name, language) || t('form.unnamed')}</span>
        <span className={styles.description}>{description || t('form.settingsHint')}</span>
      </button>
      {definition.fields.length === 0 ? (
        <div className={styles.empty} data-over={gap !== null}>
          <EmptyState
            icon={FilePlus2}
            title={t('canvas.empty')}
            hint={t('canvas.emptyHint')}
            action={adding}
          />
        </div>
      ) : (
        <>
          <ol ref={list} className={styles.fields} aria-label={t('canvas.label')}>
            {definition.fields.map((field, index) => (
              <FieldCard
                key={field.id}
                field={field}
                gap={gap === index ? 'above' : gap === index + 1 ? 'below' : undefined}
                first={index === 0}
                last={index === definition.fields.length - 1}
              />
            ))}
          </ol>
          {adding && <div className={styles.adding}>{adding}</div>}
        </>
      )}
    </div>
  );
}

/** Between which fields a height lies: 0 is above the first. */
function gapAt(list: HTMLOListElement | null, y: number): number {
  if (!list) return 0;
  const middles = Array.from(list.children, (item) => {
    const box = item.getBoundingClientRect();
    return box.top + box.height / 2;
  });
  return middles.filter((middle) => middle < y).length;
}
