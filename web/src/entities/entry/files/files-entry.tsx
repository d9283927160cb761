/** Files of a field: chosen or dropped, on their way, and there. */
import { Button } from 'antd';
import { Camera, Upload as UploadIcon } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { aboutId } from '../field-frame';

import { FileInput } from './file-input';
import { FileLines } from './file-lines';
import styles from './files-entry.module.css';
import { EXTENSIONS } from './upload';
import { useFiles, type FilesProps } from './use-files';

/** Elsewhere the browser would only open the same dialog of files again. */
const HANDHELD = matchMedia('(pointer: coarse)').matches;

interface Props extends FilesProps {
  id: string;
  /** Pictures may be taken with the camera of a phone. */
  camera?: boolean;
}

export function FilesEntry({ id, camera = false, ...props }: Props) {
  const { t } = useTranslation('entry');
  const { max_files = 10, max_megabytes = 20, extensions = EXTENSIONS } = props.field.options ?? {};
  const files = useFiles(props);
  const input = useRef<HTMLInputElement>(null);
  const shutter = useRef<HTMLInputElement>(null);
  return (
    <div role="presentation" className={styles.files} data-invalid={props.invalid} {...files.drop}>
      <FileLines list={props.files} files={files} />
      <div className={styles.add}>
        <FileInput files={files} input={input} />
        <Button
          id={id}
          icon={<UploadIcon size={15} aria-hidden="true" />}
          disabled={files.full || files.inert}
          aria-describedby={`${id}-rule ${aboutId(id)}`}
          onClick={() => input.current?.click()}
        >
          {t('files.choose')}
        </Button>
        {camera && HANDHELD && (
          <>
            <FileInput files={files} input={shutter} camera />
            <Button
              icon={<Camera size={15} aria-hidden="true" />}
              disabled={files.full || files.inert}
              onClick={() => shutter.current?.click()}
            >
              {t('files.photo')}
            </Button>
          </>
        )}
        <span id={`${id}-rule`} className={styles.rule}>
          {files.inert
            ? t('files.preview')
            : t('files.rule', {
                count: max_files,
                size: max_megabytes,
                types: extensions.join(t('files.separator')),
              })}
        </span>
      </div>
      {files.refused !== '' && (
        <p className={styles.refused} role="alert">
          {files.refused}
        </p>
      )}
    </div>
  );
}
