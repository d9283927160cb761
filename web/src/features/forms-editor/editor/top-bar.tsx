/** Which form, whether it is safe, and what can be done with all of it. */
import { Button } from 'antd';
import { ArrowLeft, Eye, Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { useTitle } from '@/components/page';
import { StatusTag } from '@/components/status-tag';
import { labelText } from '@/lib/forms/definition';

import { useEditor } from './editor';
import { Tool } from './field-card';
import { SaveStatus } from './save-status';
import styles from './top-bar.module.css';

interface Props {
  version: number;
  archived: boolean;
  onPreview: () => void;
  onPublish: () => void;
}

export function TopBar({ version, archived, onPreview, onPublish }: Props) {
  const { t } = useTranslation('forms-editor');
  const { definition, language, undo, redo } = useEditor();
  const name = labelText(definition.name, language) || t('form.unnamed');
  useTitle(name);
  return (
    <header className={styles.bar}>
      <div className={styles.where}>
        <Link to="/manage/forms" className={styles.back}>
          <ArrowLeft size={14} aria-hidden="true" />
          {t('list.title')}
        </Link>
        <div className={styles.heading}>
          <h1 className={styles.title} tabIndex={-1}>
            {name}
          </h1>
          {archived ? (
            <StatusTag tone="neutral">{t('state.archived')}</StatusTag>
          ) : version > 0 ? (
            <StatusTag tone="success">{t('state.published', { version })}</StatusTag>
          ) : (
            <StatusTag>{t('state.draft')}</StatusTag>
          )}
          <SaveStatus />
        </div>
      </div>
      <div className={styles.actions}>
        <Tool label={t('bar.undo')} disabled={!undo} onClick={() => undo?.()}>
          <Undo2 size={17} />
        </Tool>
        <Tool label={t('bar.redo')} disabled={!redo} onClick={() => redo?.()}>
          <Redo2 size={17} />
        </Tool>
        <Button icon={<Eye size={15} />} onClick={onPreview}>
          {t('bar.preview')}
        </Button>
        <Button type="primary" onClick={onPublish}>
          {t('publish.action')}
        </Button>
      </div>
    </header>
  );
}
