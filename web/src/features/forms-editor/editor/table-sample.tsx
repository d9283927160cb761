/** The head of a table on the canvas: a press on a column sets it up, a type that is dropped here becomes one. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { useAllTypeWords } from '@/entities/field/type-words';
import { samePlace } from '@/entities/form/editing/changes';
import { useEditor } from '@/entities/form/editing/editor';

import { dragged, isColumnDrag } from './dragging';
import styles from './sample.module.css';

export function TableSample({ field, columns }: { field: Field; columns: Field[] }) {
  const { t } = useTranslation('forms-editor');
  const words = useAllTypeWords();
  const { language, selected, select, addColumn } = useEditor();
  const [over, setOver] = useState(false);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- a place to drop, and a part of the card; buttons do the same.
    <ul
      className={styles.table}
      data-over={over}
      aria-label={t('column.list')}
      onClick={(event) => {
        if (event.target === event.currentTarget) select({ field: field.id });
      }}
      onDragOver={(event) => {
        if (!isColumnDrag(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const what = dragged(event);
        if (!isColumnDrag(event) || !what || !('add' in what)) return;
        event.preventDefault();
        event.stopPropagation();
        addColumn(field.id, what.add);
      }}
    >
      {columns.map((column) => {
        const place = { field: field.id, column: column.id };
        const name = labelText(column.name, language) || t('field.unnamed');
        return (
          <li key={column.id} className={styles.column}>
            <button
              type="button"
              className={styles.head}
              aria-pressed={samePlace(selected, place)}
              aria-label={t('field.open', { name, type: words(column.type, 'name') })}
              onClick={() => select(place)}
            >
              {name}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
