/** Files: chosen or dropped, on their way, and there. A file that cannot be taken says why, beside its name. */
import { Button } from 'antd';
import { Paperclip, RotateCw, Upload as UploadIcon, X } from 'lucide-react';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';

import type { Field } from '@/lib/forms/definition';

import { fileSize } from '../file-links';

import { aboutId } from './field-frame';
import styles from './files-entry.module.css';
import type { Update } from './state';
import type { FileRef } from './typed';
import { EXTENSIONS } from './upload';
import { useUploads, type Upload } from './use-uploads';

interface Props {
  field: Field;
  id: string;
  formId: string;
  files: FileRef[];
  invalid: boolean;
  onChange: (update: Update) => void;
  /** Whether files are still on their way. */
  onBusy: (field: string, busy: boolean) => void;
}

export function FilesEntry({ field, id, formId, files, invalid, onChange, onBusy }: Props) {
  const { t } = useTranslation('entry');
  const { max_files = 10, max_megabytes = 20, extensions = EXTENSIONS } = field.options ?? {};
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { uploads, start, again, drop } = useUploads(formId, field.id, (file) =>
    onChange((before) => [...((before ?? []) as FileRef[]), file]),
  );
  const busy = uploads.some(({ problem }) => problem === null);
  useEffect(() => onBusy(field.id, busy), [onBusy, field.id, busy]);
  const room = max_files - files.length - uploads.length;
  const take = (chosen: FileList | null) => start([...(chosen ?? [])].slice(0, Math.max(room, 0)));
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };

  return (
    <div
      role="presentation"
      className={styles.files}
      data-over={over}
      data-invalid={invalid}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      {(files.length > 0 || uploads.length > 0) && (
        <ul className={styles.list}>
          {files.map((file) => (
            <li key={file.id} className={styles.file}>
              <Paperclip size={14} aria-hidden="true" className={styles.icon} />
              <span className={styles.name}>{file.name}</span>
              <span className={styles.size}>{fileSize(file.size)}</span>
              <Remove
                label={t('files.remove', { name: file.name })}
                onClick={() =>
                  onChange((before) => ((before ?? []) as FileRef[]).filter((each) => each.id !== file.id))
                }
              />
            </li>
          ))}
          {uploads.map((upload) => (
            <UploadLine
              key={upload.key}
              upload={upload}
              again={() => again(upload)}
              drop={() => drop(upload.key)}
            />
          ))}
        </ul>
      )}
      <div className={styles.add}>
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
          multiple={max_files > 1}
          accept={extensions.map((each) => `.${each}`).join(',')}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
        <Button
          id={id}
          icon={<UploadIcon size={15} aria-hidden="true" />}
          disabled={room <= 0}
          aria-describedby={`${id}-rule ${aboutId(id)}`}
          onClick={() => input.current?.click()}
        >
          {t('files.choose')}
        </Button>
        <span id={`${id}-rule`} className={styles.rule}>
          {t('files.rule', {
            count: max_files,
            size: max_megabytes,
            types: extensions.join(t('files.separator')),
          })}
        </span>
      </div>
    </div>
  );
}

function UploadLine({ upload, again, drop }: { upload: Upload; again: () => void; drop: () => void }) {
  const { t } = useTranslation('entry');
  const { file, share, problem } = upload;
  return (
    <li className={styles.file} data-problem={problem !== null}>
      <Paperclip size={14} aria-hidden="true" className={styles.icon} />
      <span className={styles.name}>{file.name}</span>
      {problem === null ? (
        <progress
          className={styles.progress}
          value={share}
          aria-label={t('files.sending', { name: file.name })}
        />
      ) : (
        <button
          type="button"
          className={styles.button}
          aria-label={t('files.again', { name: file.name })}
          onClick={again}
        >
          <RotateCw size={14} aria-hidden="true" />
        </button>
      )}
      <Remove
        label={t(problem === null ? 'files.cancel' : 'files.remove', { name: file.name })}
        onClick={drop}
      />
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}

function Remove({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" className={styles.button} aria-label={label} onClick={onClick}>
      <X size={15} aria-hidden="true" />
    </button>
  );
}
