/** Files of a cell of detail lines: as little room as a table has, as much as the form's own fields can. */
import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { inputId } from '../focus';

import { FileInput } from './file-input';
import { FileLines } from './file-lines';
import styles from './files-entry.module.css';
import { useFiles, type FilesProps } from './use-files';

interface Props extends FilesProps {
  label: string;
  describedBy: string;
}

export function FilesCell({ label, describedBy, ...props }: Props) {
  const { t } = useTranslation('entry');
  const files = useFiles(props);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div role="presentation" className={styles.cell} data-invalid={props.invalid} {...files.drop}>
      <FileLines list={props.files} files={files} />
      <FileInput files={files} input={input} />
      {!files.full && (
        <button
          type="button"
          id={inputId(props.path)}
          className={styles.attach}
          disabled={files.inert}
          aria-label={t('files.addTo', { name: label })}
          aria-describedby={describedBy}
          onClick={() => input.current?.click()}
        >
          <Paperclip size={14} aria-hidden="true" />
          {t('files.add')}
        </button>
      )}
      {files.refused !== '' && (
        <p className={styles.refused} role="alert">
          {files.refused}
        </p>
      )}
    </div>
  );
}
