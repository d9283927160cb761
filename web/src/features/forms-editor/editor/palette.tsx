/**
 * The field types. A press adds one below what is selected, or as a column of the table that is selected; it can also be
 * dragged to its place.
 */
import { PanelTop, Rows3, Text } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Segmented } from '@/components/segmented';
import { type FieldType } from '@/entities/field/definition';
import { mayBeColumn, PALETTE } from '@/entities/field/editing/designs';
import { MOST_COLUMNS } from '@/entities/field/editing/limits';
import { TypeIcon } from '@/entities/field/editing/type-icon';
import { labelText } from '@/entities/field/label';
import { columnsOf, hasRows } from '@/entities/field/registry';
import { useAllTypeWords } from '@/entities/field/type-words';
import { find } from '@/entities/form/editing/changes';
import { useEditor } from '@/entities/form/editing/editor';
import { MOST_PARTS } from '@/entities/form/editing/layout-changes';

import { PART_KINDS, startDrag } from './dragging';
import styles from './palette.module.css';

export function Palette({ onAdded }: { onAdded?: () => void }) {
  const { t } = useTranslation('forms-editor');
  const words = useAllTypeWords();
  const { definition, language, selected, add, addColumn } = useEditor();
  const field = selected && find(definition, { field: selected.field });
  const table = field && hasRows(field) && columnsOf(field).length < MOST_COLUMNS ? field : undefined;
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
                    title={words(type, 'about')}
                    draggable
                    onDragStart={(event) => startDrag(event, { add: type })}
                    onClick={() => {
                      if (table && asColumn(type)) addColumn(table.id, type);
                      else add(type);
                      onAdded?.();
                    }}
                  >
                    <TypeIcon type={type} />
                    {words(type, 'name')}
                    {beside && <span className={styles.beside}>{t('palette.beside')}</span>}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      <PartPalette onAdded={onAdded} />
    </div>
  );
}

const PART_ICONS = { section: Rows3, tab: PanelTop, text: Text };

function PartPalette({ onAdded }: { onAdded: (() => void) | undefined }) {
  const { t } = useTranslation('forms-editor');
  const { definition, addPart } = useEditor();
  const full = (definition.layout?.parts.length ?? 0) >= MOST_PARTS;
  return (
    <section>
      <h3 className={styles.group}>{t('layout.title')}</h3>
      <ul className={styles.types}>
        {PART_KINDS.map((kind) => {
          const Icon = PART_ICONS[kind];
          return (
            <li key={kind}>
              <button
                type="button"
                className={styles.type}
                title={t(`layout.about.${kind}`)}
                disabled={full}
                draggable={!full}
                onDragStart={(event) => startDrag(event, { addPart: kind })}
                onClick={() => {
                  addPart(kind);
                  onAdded?.();
                }}
              >
                <Icon size={16} aria-hidden="true" />
                {t(`layout.${kind}`)}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
