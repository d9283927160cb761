/** Files by name and size, those on their way with how far they are. One that cannot be taken says why. */
import { Paperclip, RotateCw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { FileRef } from '@/entities/field/cell';
import { fileSize } from '@/entities/field/file-links';

import styles from './files-entry.module.css';
import type { Files } from './use-files';

export function FileLines({ list, files }: { list: FileRef[]; files: Files }) {
  if (list.length === 0) return null;
  return (
    <ul className={styles.list}>
      {list.map((file) => (
        <FileLine key={file.upload?.key ?? file.id} file={file} files={files} />
      ))}
    </ul>
  );
}

function FileLine({ file, files }: { file: FileRef; files: Files }) {
  const { t } = useTranslation('entry');
  const { name, upload } = file;
  const sending = upload?.state === 'sending';
  const problem = upload?.state === 'lost' ? t('files.lost') : upload?.problem;
  return (
    <li className={styles.file} data-problem={problem !== undefined}>
      <Paperclip size={14} aria-hidden="true" className={styles.icon} />
      <span className={styles.name} title={name}>
        {name}
      </span>
      {sending && (
        <progress
          className={styles.progress}
          value={files.shareOf(file)}
          aria-label={t('files.sending', { name })}
        />
      )}
      {!upload && <span className={styles.size}>{fileSize(file.size)}</span>}
      {upload?.state === 'failed' && files.canRepeat(file) && (
        <button
          type="button"
          className={styles.button}
          aria-label={t('files.again', { name })}
          onClick={() => files.again(file)}
        >
          <RotateCw size={14} aria-hidden="true" />
        </button>
      )}
      <button
        type="button"
        className={styles.button}
        data-last
        aria-label={t(sending ? 'files.cancel' : 'files.remove', { name })}
        onClick={() => files.remove(file)}
      >
        <X size={15} aria-hidden="true" />
      </button>
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}
