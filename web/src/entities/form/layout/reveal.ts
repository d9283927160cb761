/** What is folded, or behind a tab, is opened before something in it gets the focus. */
import { useEffect, useRef, type RefObject } from 'react';

const REVEAL = 'banli:reveal';

/** Asks whatever hides the element to show it, which is done when this returns. */
export function reveal(element: HTMLElement): void {
  element.dispatchEvent(new CustomEvent(REVEAL, { bubbles: true }));
}

/**
 * Of what may hide things: called when one of them is to be seen. The caller shows its panel itself, beside changing its state,
 * which React may follow only after the focus was set.
 */
export function useReveal(root: RefObject<HTMLElement | null>, show: (panel: HTMLElement) => void): void {
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => {
    const element = root.current;
    const hear = (event: Event) => {
      const panel = (event.target as HTMLElement).closest<HTMLElement>('[data-panel]');
      if (panel && element?.contains(panel)) latest.current(panel);
    };
    element?.addEventListener(REVEAL, hear);
    return () => element?.removeEventListener(REVEAL, hear);
  }, [root]);
}
