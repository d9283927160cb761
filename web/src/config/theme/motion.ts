/** Whether things may move: as the device says. The component library must know, because it waits for each motion's end. */
import { useSyncExternalStore } from 'react';

const still = window.matchMedia('(prefers-reduced-motion: reduce)');

function subscribe(listener: () => void): () => void {
  still.addEventListener('change', listener);
  return () => still.removeEventListener('change', listener);
}

export const useMotion = (): boolean => useSyncExternalStore(subscribe, () => !still.matches);
