/** The draft as people will fill it in, on a desk or on a phone: the real sheet, which computes and checks but keeps nothing. */
import { Button } from 'antd';
import { CircleCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { EmptyState } from '@/components/empty-state';
import { Segmented } from '@/components/segmented';
import { EntryForm } from '@/entities/entry/entry-form';
import { pretendUpload, UploadWay } from '@/entities/entry/files/upload-way';
import { startingWith } from '@/entities/entry/input-state';
import { useCircumstances, useEntry } from '@/entities/entry/use-entry';
import { labelText } from '@/entities/field/label';
import { useEditor } from '@/entities/form/editing/editor';
import { useWide } from '@/lib/editing/use-wide';

import { fillable } from '../model/fillable';

import styles from './preview-dialog.module.css';

const DEVICES = ['desk', 'phone'] as const;
type Device = (typeof DEVICES)[number];

export function PreviewDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('forms-editor');
  return (
    <Dialog open={open} title={t('bar.preview')} place="wide" onClose={onClose}>
      <Preview />
    </Dialog>
  );
}

function Preview() {
  const { t } = useTranslation('forms-editor');
  const { definition } = useEditor();
  const [device, setDevice] = useState<Device>('desk');
  const [round, setRound] = useState(0);
  const wide = useWide();
  return (
    <div className={styles.preview}>
      <div className={styles.bar}>
        <p className={styles.note}>{t('preview.note')}</p>
        {/* On a phone it is one already. */}
        {wide && (
          <Segmented
            label={t('preview.device')}
            value={device}
            options={DEVICES.map((value) => ({ value, label: t(`preview.${value}`) }))}
            onChange={setDevice}
          />
        )}
      </div>
      <div className={styles.screen} data-device={wide ? device : 'desk'}>
        {definition.fields.length === 0 ? (
          <EmptyState title={t('canvas.empty')} hint={t('preview.empty')} />
        ) : (
          <Sheet key={round} onRestart={() => setRound(round + 1)} />
        )}
      </div>
    </div>
  );
}

function Sheet({ onRestart }: { onRestart: () => void }) {
  const { t } = useTranslation('forms-editor');
  const { formId, definition, language } = useEditor();
  const here = useCircumstances();
  const fields = useMemo(() => fillable(definition.fields), [definition]);
  const [start] = useState(() => startingWith(fields, here));
  const entry = useEntry(fields, start, here, undefined, undefined, definition.rules);
  const [passed, setPassed] = useState<unknown>(null);
  const done = passed === entry.typed;
  const description = labelText(definition.description, language);
  return (
    <>
      <header className={styles.head}>
        <h3 className={styles.title}>{labelText(definition.name, language)}</h3>
        {description && <p className={styles.note}>{description}</p>}
      </header>
      <UploadWay value={pretendUpload}>
        <EntryForm
          formId={formId}
          trial
          entry={entry}
          layout={definition.layout}
          problem={null}
          note=""
          below={
            done && (
              <p className={styles.passed} role="status">
                <CircleCheck size={16} aria-hidden="true" />
                {t('preview.passed')}
              </p>
            )
          }
          actions={() => (
            <>
              <Button size="large" onClick={onRestart}>
                {t('preview.restart')}
              </Button>
              <Button type="primary" size="large" htmlType="submit">
                {t('preview.submit')}
              </Button>
            </>
          )}
          onSubmit={() => setPassed(entry.check() ? entry.typed : null)}
        />
      </UploadWay>
    </>
  );
}
