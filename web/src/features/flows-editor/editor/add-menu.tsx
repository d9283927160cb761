/** The + on a line, and what it offers. The menu lies above everything, so the canvas it stands in cannot cut it off. */
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';

import { DEEPEST } from '../model/tree';
import type { StepType } from '../model/types';
import { nodesFor } from '../nodes/registry';

import styles from './add-menu.module.css';
import { StepIcon } from './step-icon';

const WIDTH = 292;
const ROW = 58;
const EDGE = 8;

interface Props {
  id: string;
  label: string;
  /** An end is only offered where nothing comes after it. */
  mayEnd: boolean;
  /** Branches can only be nested so deep. */
  mayBranch: boolean;
  onAdd: (type: StepType) => void;
}

export function AddMenu({ id, label, mayEnd, mayBranch, onAdd }: Props) {
  const { t } = useTranslation('flows-editor');
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const types = nodesFor({ last: mayEnd, nestable: mayBranch }).map(({ type }) => type);

  const place = () => {
    if (!button.current || !menu.current) return;
    const box = button.current.getBoundingClientRect();
    const height = types.length * ROW + 2 * EDGE + (mayBranch ? 0 : ROW);
    const below = box.bottom + EDGE + height < window.innerHeight || box.top < height;
    const left = box.left + box.width / 2 - WIDTH / 2;
    menu.current.style.left = `${Math.max(EDGE, Math.min(left, window.innerWidth - WIDTH - EDGE))}px`;
    menu.current.style.top = `${below ? Math.max(EDGE, Math.min(box.bottom + 6, window.innerHeight - height - EDGE)) : box.top - height - 6}px`;
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.add}
        aria-label={label}
        title={label}
        popoverTarget={id}
      >
        <span className={styles.disc}>
          <Plus size={16} strokeWidth={2.4} aria-hidden="true" />
        </span>
      </button>
      {createPortal(
        <div
          ref={menu}
          id={id}
          popover="auto"
          role="group"
          aria-label={label}
          className={styles.menu}
          onBeforeToggle={(event) => {
            if (event.newState === 'open') place();
          }}
          onToggle={(event) => {
            if (event.newState === 'open') menu.current?.querySelector('button')?.focus();
          }}
        >
          {types.map((type) => (
            <button
              key={type}
              type="button"
              className={styles.type}
              onClick={() => {
                menu.current?.hidePopover();
                onAdd(type);
              }}
            >
              <StepIcon type={type} />
              <span className={styles.words}>
                <span className={styles.name}>{t(`type.${type}`)}</span>
                <span className={styles.about}>{t(`about.${type}`)}</span>
              </span>
            </button>
          ))}
          {!mayBranch && <p className={styles.note}>{t('canvas.tooDeep', { count: DEEPEST })}</p>}
        </div>,
        document.body,
      )}
    </>
  );
}
