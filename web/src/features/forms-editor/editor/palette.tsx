/**
 * The field types. A press adds one below what is selected, or as a column of the table that is selected; it can also be
 * dragged to its place.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Segmented } from '@/components/segmented';
import { type FieldType } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';

import { mayBeColumn, MOST_COLUMNS, PALETTE } from '../model/catalogue';
import { columnsOf, find } from '../model/changes';

import { startDrag } from './dragging';
import { useEditor } from './editor';
import styles from './palette.module.css';
import { TypeIcon } from './type-icon';

export function Palette({ onAdded }: { onAdded?: () => void }) {
  const { t } = useTranslation('forms-editor');
  const { definition, language, selected, add, addColumn } = useEditor();
  const field = selected && find(definition, { field: selected.field });
  const table = field?.type === 'lines' && columnsOf(field).length < MOST_COLUMNS ? field : undefined;
  const [outside, setOutside] = useState(false);
  const [asked, setAsked] = useState(table?.id);
  if (asked !== table?.id) {
    setAsked(table?.id);
    setOutside(false);
  }
  const name = table ? labelText(table.name, language) || t('field.unnamed') : '';
  const asColumn = (type: FieldType) => table !== undefined && !outside && mayBeColumn(type);
  return (
    <div className={styles.palette}>
      {table && (
        <div className={styles.target}>
          <Segmented
            label={t('palette.target')}
            value={outside ? 'form' : 'table'}
            options={[
              { value: 'table', label: t('palette.toTable') },
              { value: 'form', label: t('palette.toForm') },
            ]}
            onChange={(target) => setOutside(target === 'form')}
          />
          <p className={styles.note}>{t(outside ? 'palette.noteForm' : 'palette.noteTable', { name })}</p>
        </div>
      )}
      {PALETTE.map(({ group, types }) => (
        <section key={group}>
          <h3 className={styles.group}>{t(`palette.${group}`)}</h3>
          <ul className={styles.types}>
            {types.map((type) => {
              const beside = table !== undefined && !outside && !mayBeColumn(type);
              return (
                <li key={type}>
                  <button
                    type="button"
                    className={styles.type}
                    data-beside={beside}
                    title={t(`about.${type}`)}
                    draggable
                    onDragStart={(event) => startDrag(event, { add: type })}
                    onClick={() => {
                      if (table && asColumn(type)) addColumn(table.id, type);
                      else add(type);
                      onAdded?.();
                    }}
                  >
                    <TypeIcon type={type} />
                    {t(`type.${type}`)}
                    {beside && <span className={styles.beside}>{t('palette.beside')}</span>}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
