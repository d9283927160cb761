/** Which form, in which state, and what can be done with all of it. */
import { Button } from 'antd';
import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { EditorBar } from '@/components/editing/editor-bar';
import { StatusTag } from '@/components/status-tag';
import { labelText } from '@/entities/field/label';
import { useEditor } from '@/entities/form/editing/editor';

interface Props {
  version: number;
  archived: boolean;
  onPreview: () => void;
  onPublish: () => void;
}

export function TopBar({ version, archived, onPreview, onPublish }: Props) {
  const { t } = useTranslation(['forms-editor', 'editing', 'components']);
  const editor = useEditor();
  const state = archived ? (
    <StatusTag tone="neutral">{t('forms-editor:state.archived')}</StatusTag>
  ) : version > 0 ? (
    <StatusTag tone="success">{t('forms-editor:state.published', { version })}</StatusTag>
  ) : (
    <StatusTag>{t('forms-editor:state.draft')}</StatusTag>
  );
  return (
    <EditorBar
      back={{ to: '/manage/forms', label: t('forms-editor:list.title') }}
      name={labelText(editor.definition.name, editor.language) || t('forms-editor:form.unnamed')}
      state={state}
      editing={editor}
      actions={
        <>
          <Button icon={<Eye size={15} />} onClick={onPreview}>
            {t('forms-editor:bar.preview')}
          </Button>
          <Button type="primary" onClick={onPublish}>
            {t('editing:publish.action')}
          </Button>
        </>
      }
    />
  );
}
