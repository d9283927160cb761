/** The ground between the cards is held and pulled, as a map is. */
import { useEffect, type RefObject } from 'react';

const HELD = 'button, a, input, [draggable="true"], [data-kind]';

export function usePan(view: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = view.current;
    if (!element) return;
    let last: { x: number; y: number } | null = null;
    const down = (event: PointerEvent) => {
      const target = event.target as HTMLElement;
      if (event.pointerType !== 'mouse' || event.button !== 0 || target.closest(HELD)) return;
      last = { x: event.clientX, y: event.clientY };
      element.setPointerCapture(event.pointerId);
      element.dataset.panning = 'true';
    };
    const move = (event: PointerEvent) => {
      if (!last) return;
      element.scrollLeft -= event.clientX - last.x;
      window.scrollBy(0, last.y - event.clientY);
      last = { x: event.clientX, y: event.clientY };
    };
    const up = () => {
      last = null;
      delete element.dataset.panning;
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
    };
  }, [view]);
}
