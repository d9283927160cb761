/** Before anything is sent: files that are not there yet are not dropped, somebody says what becomes of them. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import type { FileRef } from '@/entities/field/cell';

import { cellChange } from '../changes';
import type { Entry } from '../use-entry';

import styles from './files-entry.module.css';
import type { Placed } from './unsent';
import { useUploads } from './uploads';

interface Props {
  open: boolean;
  unsent: Placed[];
  change: Entry['change'];
  /** Going on is wanted as soon as all are there. */
  waiting: boolean;
  onWait: () => void;
  onClose: () => void;
}

export function UnsentDialog({ open, unsent, change, waiting, onWait, onClose }: Props) {
  const { t } = useTranslation('entry');
  const uploads = useUploads();
  const sending = unsent.filter(({ file }) => file.upload?.state === 'sending');
  const stuck = unsent.filter(({ file }) => file.upload?.state !== 'sending');
  const repeatable = stuck.every(({ file }) => uploads?.canRepeat(file));
  const retry = () => {
    for (const { path, apiField, file } of stuck) uploads?.again(path, apiField, file);
    onWait();
  };
  const removeAll = () => {
    for (const path of new Set(unsent.map((each) => each.path)))
      change(cellChange(path, (before) => ((before ?? []) as FileRef[]).filter(({ upload }) => !upload)));
    onWait();
  };
  const footer = (
    <>
      <Button onClick={onClose}>{t('unsent.back')}</Button>
      <Button danger onClick={removeAll}>
        {t('unsent.remove')}
      </Button>
      {repeatable && (
        <Button
          type="primary"
          loading={waiting && sending.length > 0}
          onClick={stuck.length > 0 ? retry : onWait}
        >
          {t(stuck.length > 0 ? 'unsent.again' : 'unsent.wait')}
        </Button>
      )}
    </>
  );
  return (
    <Dialog open={open} title={t('unsent.title', { count: unsent.length })} onClose={onClose} footer={footer}>
      <p className={styles.ask}>{t('unsent.hint')}</p>
      <ul className={styles.unsent}>
        {unsent.map(({ file: { name, upload } }) => (
          <li key={upload?.key}>
            <span className={styles.whole}>{name}</span>
            {upload?.state === 'sending' ? (
              <progress
                className={styles.progress}
                value={uploads?.shares[upload.key] ?? 0}
                aria-label={t('files.sending', { name })}
              />
            ) : (
              <p className={styles.problem}>{upload?.problem ?? t('files.lost')}</p>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
