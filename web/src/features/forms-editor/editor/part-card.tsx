/** The head of a part on the canvas: pressed to set it up, dragged to move it with its fields. */
import { ArrowDown, ArrowUp, CircleAlert, GripVertical, PanelTop, Rows3, Text, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Tool } from '@/components/editing/tool';
import { labelText } from '@/entities/field/label';
import { useEditor } from '@/entities/form/editing/editor';
import { faultsBelow } from '@/entities/form/editing/faults';
import { columnsIn, type Part } from '@/entities/form/layout/blocks';

import { startDrag } from './dragging';
import styles from './part-card.module.css';
import { useHandle } from './use-landing';

interface Props {
  part: Part;
  name: string;
  index: number;
  count: number;
}

const ICONS = { section: Rows3, tab: PanelTop, text: Text };

export function PartCard({ part, name, index, count }: Props) {
  const { t } = useTranslation('forms-editor');
  const editor = useEditor();
  const { language, selectPart, movePart, removePart } = editor;
  const handle = useHandle({ movePart: part.id });
  const Icon = ICONS[part.kind];
  const chosen = editor.part === part.id;
  const about = labelText(part.kind === 'text' ? part.text : part.hint, language);
  const faults = faultsBelow(editor.faults, `layout/parts/${String(index)}`);
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- only dragged; the button in it is for keys.
    <div
      className={styles.card}
      data-kind={part.kind}
      data-selected={chosen}
      data-fault={faults.length > 0}
      draggable
      onDragStart={(event) => startDrag(event, { movePart: part.id })}
    >
      <span className={styles.grip} aria-hidden="true" {...handle}>
        <GripVertical size={16} />
      </span>
      <button
        type="button"
        id={`part-${part.id}`}
        className={styles.main}
        aria-pressed={chosen}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
        aria-label={t('layout.open', { name, kind: t(`layout.${part.kind}`) })}
        onClick={() => selectPart(part.id)}
        onKeyDown={(event) => {
          if (event.altKey && event.key === 'ArrowUp') movePart(part.id, index - 1);
          else if (event.altKey && event.key === 'ArrowDown') movePart(part.id, index + 1);
          else if (event.key === 'Delete') removePart(part.id);
          else return;
          event.preventDefault();
        }}
      />
      <div className={styles.body}>
        <p className={styles.name}>
          <Icon size={15} aria-hidden="true" />
          {part.kind === 'text' ? t('layout.text') : name}
          {part.kind !== 'text' && (
            <span className={styles.columns}>{t('layout.columnCount', { count: columnsIn(part) })}</span>
          )}
          {part.collapsed && <span className={styles.columns}>{t('layout.folded')}</span>}
        </p>
        {about && <p className={styles.about}>{about}</p>}
        {faults.map(({ setting, message }) => (
          <p key={`${setting}${message}`} className={styles.fault}>
            <CircleAlert size={14} aria-hidden="true" />
            {message}
          </p>
        ))}
      </div>
      <div className={styles.tools}>
        <Tool
          label={t('field.up', { name })}
          disabled={index === 0}
          onClick={() => movePart(part.id, index - 1)}
        >
          <ArrowUp size={15} />
        </Tool>
        <Tool
          label={t('field.down', { name })}
          disabled={index === count - 1}
          onClick={() => movePart(part.id, index + 1)}
        >
          <ArrowDown size={15} />
        </Tool>
        <Tool label={t('layout.remove', { name })} onClick={() => removePart(part.id)}>
          <Trash2 size={15} />
        </Tool>
      </div>
    </div>
  );
}
