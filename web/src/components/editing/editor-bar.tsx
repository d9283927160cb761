/** Which draft, whether it is safe, and what can be done with all of it. */
import { ArrowLeft, Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { useTitle } from '@/components/title';

import styles from './editor-bar.module.css';
import { SaveStatus, type AnySaver } from './save-status';
import { Tool } from './tool';

interface Props {
  back: { to: string; label: string };
  name: string;
  /** Beside the name: published, or not. */
  state: ReactNode;
  editing: { undo: (() => void) | null; redo: (() => void) | null; saver: AnySaver };
  /** The last one is the main one. */
  actions: ReactNode;
}

export function EditorBar({ back, name, state, editing, actions }: Props) {
  const { t } = useTranslation('editing');
  const { undo, redo, saver } = editing;
  useTitle(name);
  return (
    <header className={styles.bar}>
      <div className={styles.where}>
        <Link to={back.to} className={styles.back}>
          <ArrowLeft size={14} aria-hidden="true" />
          {back.label}
        </Link>
        <div className={styles.heading}>
          <h1 className={styles.title} tabIndex={-1}>
            {name}
          </h1>
          {state}
          <SaveStatus saver={saver} />
        </div>
      </div>
      <div className={styles.actions}>
        <Tool label={t('undo')} disabled={!undo} onClick={() => undo?.()}>
          <Undo2 size={17} />
        </Tool>
        <Tool label={t('redo')} disabled={!redo} onClick={() => redo?.()}>
          <Redo2 size={17} />
        </Tool>
        {actions}
      </div>
    </header>
  );
}
