/** Which columns a list shows, and in which order: by dragging, or by keys and buttons. */
import { Button, Checkbox, Input } from 'antd';
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { Tool } from '@/components/editing/tool';

import { moved, placed, toggled } from './columns';
import styles from './columns-dialog.module.css';
import type { ViewColumn } from './layout';

interface Props {
  /** All that there are, with their names; the first always stays. */
  known: { key: string; title: string }[];
  chosen: ViewColumn[];
  onChange: (columns: ViewColumn[]) => void;
  onReset: () => void;
  onClose: () => void;
}

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

export function ColumnsDialog({ known, chosen, onChange, onReset, onClose }: Props) {
  const { t } = useTranslation('forms');
  const [wanted, setWanted] = useState('');
  const [dragged, setDragged] = useState('');
  const [said, setSaid] = useState('');
  const named = new Map(known.map(({ key, title }) => [key, title]));
  const finds = (key: string) => (named.get(key) ?? '').toLowerCase().includes(wanted.trim().toLowerCase());
  const shown = chosen.filter(({ field }) => finds(field));
  const hidden = known.filter(({ key }) => !chosen.some(({ field }) => field === key) && finds(key));
  const move = (field: string, step: number) => {
    const next = moved(chosen, field, step);
    onChange(next);
    const place = next.findIndex((each) => each.field === field) + 1;
    setSaid(t('columns.moved', { name: named.get(field), place }));
  };
  const onKeyDown = (field: string) => (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!event.altKey || step === undefined) return;
    event.preventDefault();
    move(field, step);
  };
  return (
    <Dialog
      open
      place="side"
      title={t('columns.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onReset}>{t('columns.reset')}</Button>
          <Button type="primary" onClick={onClose}>
            {t('columns.done')}
          </Button>
        </>
      }
    >
      <Input
        type="search"
        aria-label={t('columns.search')}
        placeholder={t('columns.search')}
        value={wanted}
        onChange={({ target }) => setWanted(target.value)}
      />
      <ul className={styles.list} aria-label={t('columns.shown')}>
        {shown.map(({ field }) => {
          const at = chosen.findIndex((each) => each.field === field);
          const name = named.get(field) ?? field;
          return (
            // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Only dragged; the buttons in it are for keys.
            <li
              key={field}
              className={styles.item}
              data-dragged={dragged === field}
              draggable={at > 0}
              onDragStart={() => setDragged(field)}
              onDragEnd={() => setDragged('')}
              onDragOver={(event) => {
                if (dragged === '' || dragged === field) return;
                event.preventDefault();
                if (at > 0) onChange(placed(chosen, dragged, at));
              }}
            >
              <span className={styles.grip} data-fixed={at === 0} aria-hidden="true">
                <GripVertical size={15} />
              </span>
              <span className={styles.name}>
                <Checkbox
                  checked
                  disabled={at === 0}
                  aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                  onChange={() => onChange(toggled(chosen, field))}
                  onKeyDown={onKeyDown(field)}
                >
                  {name}
                </Checkbox>
              </span>
              <Tool label={t('columns.up', { name })} disabled={at < 2} onClick={() => move(field, -1)}>
                <ArrowUp size={15} />
              </Tool>
              <Tool
                label={t('columns.down', { name })}
                disabled={at === 0 || at === chosen.length - 1}
                onClick={() => move(field, 1)}
              >
                <ArrowDown size={15} />
              </Tool>
            </li>
          );
        })}
      </ul>
      {hidden.length > 0 && (
        <>
          <h3 className={styles.more}>{t('columns.hidden')}</h3>
          <ul className={styles.list}>
            {hidden.map(({ key, title }) => (
              <li key={key} className={styles.item}>
                <Checkbox checked={false} onChange={() => onChange(toggled(chosen, key))}>
                  {title}
                </Checkbox>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.about}>{t('columns.about')}</p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </Dialog>
  );
}
