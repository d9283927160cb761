/** One field on the canvas: looks like what people will fill in, is pressed to set it up, and dragged to move it. */
import { ArrowDown, ArrowUp, CircleAlert, Copy, GripVertical, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Tool } from '@/components/editing/tool';
import { type Field } from '@/entities/field/definition';
import { TypeIcon } from '@/entities/field/editing/type-icon';
import { labelText } from '@/entities/field/label';
import { columnsOf } from '@/entities/field/registry';
import { useAllTypeWords } from '@/entities/field/type-words';
import { type Place } from '@/entities/form/editing/changes';
import { useEditor } from '@/entities/form/editing/editor';
import { faultsAt } from '@/entities/form/editing/faults';

import { startDrag } from './dragging';
import styles from './field-card.module.css';
import { Sample } from './sample';
import { useHandle } from './use-landing';

interface Props {
  field: Field;
  gap: 'above' | 'below' | undefined;
  first: boolean;
  last: boolean;
}

export function FieldCard({ field, gap, first, last }: Props) {
  const { t } = useTranslation('forms-editor');
  const words = useAllTypeWords();
  const editor = useEditor();
  const { language, selected, select, move, duplicate, remove } = editor;
  const handle = useHandle({ move: field.id });
  const place: Place = { field: field.id };
  const name = labelText(field.name, language) || t('field.unnamed');
  const help = labelText(field.help, language);
  const faults = faultsAt(editor.faults, place, true);
  const chosen = selected?.field === field.id;

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only dragged; the button in it is for keys.
    <li
      className={styles.card}
      data-field={field.id}
      data-selected={chosen}
      data-fault={faults.length > 0}
      data-gap={gap}
      draggable
      onDragStart={(event) => startDrag(event, { move: field.id })}
    >
      <span className={styles.grip} aria-hidden="true" {...handle}>
        <GripVertical size={16} />
      </span>
      <button
        type="button"
        id={`field-${field.id}`}
        className={styles.main}
        aria-pressed={chosen}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
        aria-label={t('field.open', { name, type: words(field.type, 'name') })}
        onClick={() => select(place)}
        onKeyDown={(event) => {
          if (event.altKey && event.key === 'ArrowUp') move(place, -1);
          else if (event.altKey && event.key === 'ArrowDown') move(place, 1);
          else if (event.key === 'Delete') remove(place);
          else return;
          event.preventDefault();
        }}
      />
      <div className={styles.body}>
        <p className={styles.label}>
          <span className={styles.icon}>
            <TypeIcon type={field.type} size={14} />
          </span>
          {name}
          {field.required && <span className={styles.required}>{t('field.required')}</span>}
        </p>
        <Sample field={field} columns={columnsOf(field)} />
        {help && <p className={styles.help}>{help}</p>}
        {faults.map(({ setting, message, place: at }) => (
          <p key={`${at?.column ?? ''}${setting}${message}`} className={styles.fault}>
            <CircleAlert size={14} aria-hidden="true" />
            {message}
          </p>
        ))}
      </div>
      <div className={styles.tools}>
        <Tool label={t('field.up', { name })} disabled={first} onClick={() => move(place, -1)}>
          <ArrowUp size={15} />
        </Tool>
        <Tool label={t('field.down', { name })} disabled={last} onClick={() => move(place, 1)}>
          <ArrowDown size={15} />
        </Tool>
        <Tool label={t('field.duplicate', { name })} onClick={() => duplicate(place)}>
          <Copy size={15} />
        </Tool>
        <Tool label={t('field.remove', { name })} onClick={() => remove(place)}>
          <Trash2 size={15} />
        </Tool>
      </div>
    </li>
  );
}
