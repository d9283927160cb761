/** A signature: drawn, then sent as a picture. What is there can be taken away and drawn anew. */
import { FileLines } from '@/entities/entry/files/file-lines';
import { useFiles } from '@/entities/entry/files/use-files';

import type { FileRef } from '../../cell';
import type { InputProps } from '../../inputs/input-props';

import { SignaturePad } from './signature-pad';

const ONE = { max_files: 1, extensions: ['png'] };

export function Input(props: InputProps) {
  const { field, apiField, path, value, invalid, change, id, label, describedBy } = props;
  const list = (value ?? []) as FileRef[];
  const files = useFiles({ field: { ...field, options: ONE }, apiField, path, files: list, invalid, change });
  if (list.length > 0) return <FileLines list={list} files={files} />;
  return (
    <SignaturePad
      id={id}
      label={label}
      describedBy={describedBy}
      invalid={invalid}
      inert={files.inert}
      onDrawn={(file) => files.take([file])}
    />
  );
}
