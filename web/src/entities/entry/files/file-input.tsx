import type { RefObject } from 'react';

import type { Files } from './use-files';

interface Props {
  files: Files;
  input: RefObject<HTMLInputElement | null>;
}

/** The browser's own way to choose files, pressed by a button that looks like the others. */
export function FileInput({ files, input }: Props) {
  return (
    <input
      ref={input}
      type="file"
      className="visually-hidden"
      tabIndex={-1}
      aria-hidden="true"
      multiple={files.several}
      accept={files.accept}
      onChange={(event) => {
        files.take(event.target.files);
        event.target.value = '';
      }}
    />
  );
}
