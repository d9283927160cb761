/** The editor itself: the tree, and the settings of what is selected beside it, or in a sheet on a narrow screen. */
import { Button } from 'antd';
import { Route } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { EditorBar } from '@/components/editing/editor-bar';
import { RemovedNote } from '@/components/editing/removed-note';
import { type Form } from '@/entities/form/api';
import { useUndoKeys } from '@/lib/editing/use-undo-keys';
import { useWide } from '@/lib/editing/use-wide';

import { useVersion, type Flow } from '../api';
import { findStep, type Spot } from '../model/tree';
import { PreviewDialog } from '../preview/preview-dialog';
import { Panel } from '../settings/panel';

import { Canvas } from './canvas';
import { Conflict } from './conflict';
import { EditorContext, type Editor } from './editor';
import { FlowState } from './flow-state';
import { PublishDialog } from './publish-dialog';
import { useEditing } from './use-editing';
import { useFindings } from './use-findings';
import { useWords } from './use-words';
import styles from './workbench.module.css';

interface Props {
  flow: Flow;
  form: Form;
}

export function Workbench({ flow: read, form }: Props) {
  const { t } = useTranslation(['flows-editor', 'editing', 'components']);
  const [flow, setFlow] = useState(read);
  const { said, removed, ...editing } = useEditing(read);
  const { definition, moving, startMoving } = editing;
  const published = useVersion(flow.id, flow.published_version).data?.definition;
  const words = useWords(form, published ? [definition, published] : [definition]);
  const findings = useFindings(flow.id, editing);
  const wide = useWide();
  const [open, setOpen] = useState<'preview' | 'publish' | 'panel' | null>(null);
  const close = () => setOpen(null);
  useUndoKeys(editing.undo, editing.redo);
  useEscape(moving !== null, () => startMoving(null));

  const showing = <T extends unknown[]>(act: (...args: T) => void) => {
    return (...args: T) => {
      act(...args);
      if (!wide) setOpen('panel');
    };
  };
  const editor: Editor = {
    ...editing,
    form,
    words,
    findings,
    select: showing((spot: Spot | null) => editing.select(spot)),
    add: showing(editing.add),
    addArm: showing(editing.addArm),
    duplicate: showing(editing.duplicate),
  };
  const name = definition.name || t('flows-editor:flow.unnamed');
  return (
    <EditorContext value={editor}>
      <div className={styles.page}>
        <EditorBar
          back={{ to: '/manage/flows', label: t('flows-editor:list.title') }}
          name={name}
          state={<FlowState flow={flow} />}
          editing={editing}
          actions={
            <>
              <Button icon={<Route size={15} />} onClick={() => setOpen('preview')}>
                {t('flows-editor:bar.preview')}
              </Button>
              <Button type="primary" onClick={() => setOpen('publish')}>
                {t('editing:publish.action')}
              </Button>
            </>
          }
        />
        <Conflict />
        {flow.status === 'disabled' && (
          <p className={styles.disabled}>{t('flows-editor:state.disabledNote')}</p>
        )}
        <div className={styles.bench}>
          <Canvas />
          {wide && (
            <aside className={styles.panel} aria-label={t('flows-editor:setting.label')}>
              <Panel />
            </aside>
          )}
        </div>
        {removed !== null && <RemovedNote name={removed} onUndo={editing.undo} />}
        {moving !== null && (
          <div className={styles.moving} role="status">
            {t('flows-editor:canvas.moving', { name: findStep(definition, moving)?.step.name ?? '' })}
            <Button size="small" onClick={() => startMoving(null)}>
              {t('components:cancel')}
            </Button>
          </div>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <Dialog
        open={!wide && open === 'panel'}
        title={t('flows-editor:setting.label')}
        place="side"
        onClose={close}
      >
        <div className={styles.sheet}>
          <Panel onDone={close} />
        </div>
      </Dialog>
      <PreviewDialog
        open={open === 'preview'}
        onClose={close}
        flowId={flow.id}
        form={form}
        steps={definition.steps}
        words={words}
        save={() => editing.saver.flush()}
      />
      <PublishDialog open={open === 'publish'} flow={flow} onClose={close} onPublished={setFlow} />
    </EditorContext>
  );
}

function useEscape(active: boolean, cancel: () => void): void {
  useEffect(() => {
    if (!active) return;
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancel();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}
