import type { RefObject } from 'react';

import type { Files } from './use-files';

interface Props {
  files: Files;
  input: RefObject<HTMLInputElement | null>;
  /** Opens the camera of a phone at once. */
  camera?: boolean;
}

/** The browser's own way to choose files, pressed by a button that looks like the others. */
export function FileInput({ files, input, camera = false }: Props) {
  return (
    <input
      ref={input}
      type="file"
      className="visually-hidden"
      tabIndex={-1}
      aria-hidden="true"
      {...(camera
        ? { accept: 'image/*', capture: 'environment' as const }
        : { accept: files.accept, multiple: files.several })}
      onChange={(event) => {
        files.take(event.target.files);
        event.target.value = '';
      }}
    />
  );
}
