/** Files: chosen or dropped. */
import { FilesCell } from '@/entities/entry/files/files-cell';
import { FilesEntry } from '@/entities/entry/files/files-entry';

import type { FileRef } from '../../cell';
import type { InputProps } from '../../inputs/input-props';

const filesOf = ({ field, apiField, path, value, invalid, change }: InputProps) => ({
  field,
  apiField,
  path,
  files: (value ?? []) as FileRef[],
  invalid,
  change,
});

export function Input(props: InputProps) {
  return <FilesEntry {...filesOf(props)} id={props.id} />;
}

export function CellInput(props: InputProps) {
  return <FilesCell {...filesOf(props)} label={props.label ?? ''} describedBy={props.describedBy ?? ''} />;
}
