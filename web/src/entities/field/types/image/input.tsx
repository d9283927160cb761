/** Pictures: chosen, dropped, or taken with the camera. */
import { FilesCell } from '@/entities/entry/files/files-cell';
import { FilesEntry } from '@/entities/entry/files/files-entry';

import type { FileRef } from '../../cell';
import type { InputProps } from '../../inputs/input-props';

const USUAL = { max_files: 9, max_megabytes: 10, extensions: ['jpg', 'jpeg', 'png', 'webp', 'gif'] };

const filesOf = ({ field, apiField, path, value, invalid, change }: InputProps) => ({
  field: { ...field, options: { ...USUAL, ...field.options } },
  apiField,
  path,
  files: (value ?? []) as FileRef[],
  invalid,
  change,
});

export function Input(props: InputProps) {
  return <FilesEntry {...filesOf(props)} id={props.id} camera />;
}

export function CellInput(props: InputProps) {
  return <FilesCell {...filesOf(props)} label={props.label ?? ''} describedBy={props.describedBy ?? ''} />;
}
