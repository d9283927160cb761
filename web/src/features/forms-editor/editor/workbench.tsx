/** The editor itself: palette, canvas, properties; on a narrow screen the canvas, and the others when asked for. */
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { RemovedNote } from '@/components/editing/removed-note';
import { labelText } from '@/entities/field/label';
import { find } from '@/entities/form/editing/changes';
import { EditorContext } from '@/entities/form/editing/editor';
import { partIn } from '@/entities/form/editing/layout-changes';
import { useUndoKeys } from '@/lib/editing/use-undo-keys';
import { useWide } from '@/lib/editing/use-wide';

import { draftOf, usePublished, type FormDraft } from '../api';

import { Canvas } from './canvas';
import { Conflict } from './conflict';
import { Palette } from './palette';
import { PreviewDialog } from './preview-dialog';
import { Properties } from './properties';
import { PublishDialog } from './publish-dialog';
import { RemovalDialog } from './removal-dialog';
import { TopBar } from './top-bar';
import { useEditing } from './use-editing';
import { useFaults } from './use-faults';
import { useRemoval } from './use-removal';
import styles from './workbench.module.css';

export function Workbench({ draft }: { draft: FormDraft }) {
  const { t } = useTranslation('forms-editor');
  const { said, removed, resolve, ...editing } = useEditing(draft.id, draftOf(draft));
  const { definition, language, selected } = editing;
  const [version, setVersion] = useState(draft.published_version);
  const published = usePublished(draft.id, version).data ?? null;
  const faults = useFaults(draft.id, editing);
  const removal = useRemoval(editing);
  const [open, setOpen] = useState<'preview' | 'publish' | 'palette' | null>(null);
  const close = () => setOpen(null);
  const wide = useWide();
  useUndoKeys(editing.undo, editing.redo);

  const adding = (
    <Button icon={<Plus size={15} />} onClick={() => setOpen('palette')}>
      {t('canvas.add')}
    </Button>
  );
  const field = selected ? find(definition, selected) : undefined;
  const part = partIn(definition, editing.part);
  const shown = field
    ? labelText(field.name, language)
    : part
      ? labelText(part.name, language) || t(`layout.${part.kind}`)
      : t('form.settings');
  return (
    <EditorContext
      value={{
        ...editing,
        ...faults,
        remove: removal.ask,
        published,
        flowId: draft.flow_id,
        mayGive: draft.may_give,
      }}
    >
      <div className={styles.page}>
        <TopBar
          version={version}
          archived={draft.archived}
          onPreview={() => setOpen('preview')}
          onPublish={() => setOpen('publish')}
        />
        <Conflict onResolve={resolve} />
        <div className={styles.bench}>
          {wide && (
            <aside className={styles.palette} aria-label={t('palette.label')}>
              <Palette />
            </aside>
          )}
          <Canvas {...(wide ? {} : { adding })} />
          {wide && (
            <aside className={styles.properties} aria-label={t('setting.label')}>
              <Properties />
            </aside>
          )}
        </div>
        {removed !== null && <RemovedNote name={removed} onUndo={editing.undo} />}
        {!wide && <NarrowSettings name={shown} />}
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <Dialog open={!wide && open === 'palette'} title={t('canvas.add')} onClose={close}>
        <Palette onAdded={close} />
      </Dialog>
      <RemovalDialog {...removal} />
      <PreviewDialog open={open === 'preview'} onClose={close} />
      <PublishDialog open={open === 'publish'} onClose={close} onPublished={setVersion} />
    </EditorContext>
  );
}

function NarrowSettings({ name }: { name: string }) {
  const { t } = useTranslation('forms-editor');
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.narrow}>
      <Button block size="large" onClick={() => setOpen(true)}>
        {t('setting.open', { name })}
      </Button>
      <Dialog open={open} title={name} place="side" onClose={() => setOpen(false)}>
        <div className={styles.sheet}>
          <Properties />
        </div>
      </Dialog>
    </div>
  );
}
