/**
 * Something that stands in a form of its own though it is opened from within another one: a dialog with inputs. The browser
 * knows no form within a form, so it is put at the end of the page; what happens in it is not told to what it was opened from.
 */
import type { ReactNode, SyntheticEvent } from 'react';
import { createPortal } from 'react-dom';

const stop = (event: SyntheticEvent) => event.stopPropagation();

export function Apart({ children }: { children: ReactNode }) {
  return createPortal(
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- It only keeps events to itself.
    <div onSubmit={stop} onPaste={stop} onKeyDown={stop} onClick={stop} onBlur={stop} onFocus={stop}>
      {children}
    </div>,
    document.body,
  );
}
