import { useSyncExternalStore } from 'react';

import { useEditor } from '../editor/editor';

/** Whether what is on the screen has been saved, and so is what the server's check speaks about. */
export function useSaved(): boolean {
  const { saver } = useEditor();
  return useSyncExternalStore(saver.subscribe, () => saver.state).is === 'saved';
}
