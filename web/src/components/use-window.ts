/** Of very many rows of one height only those in sight, and some around them, are drawn. */
import { useEffect, useState, type RefObject } from 'react';

/** A list that is not longer is drawn whole. */
const WHOLE = 120;
const AROUND = 20;
/** Pixels of a row, before one was measured. */
const ROW = 40;
/** Cards of a phone have heights of their own. */
const LINES = '(min-width: 721px)';

interface Shown {
  from: number;
  to: number;
  /** Pixels. */
  above: number;
  below: number;
  partly: boolean;
}

export function useWindow(count: number, scroller: RefObject<HTMLElement | null> | undefined): Shown {
  const [place, setPlace] = useState({ from: 0, to: WHOLE, height: ROW });
  const partly = scroller !== undefined && count > WHOLE && matchMedia(LINES).matches;
  useEffect(() => {
    const frame = scroller?.current;
    if (!partly || !frame) return;
    const look = () => {
      const height = frame.querySelector<HTMLElement>('tbody tr[aria-rowindex]')?.offsetHeight ?? ROW;
      const from = Math.max(Math.floor(frame.scrollTop / height) - AROUND, 0);
      const to = Math.ceil((frame.scrollTop + frame.clientHeight) / height) + AROUND;
      setPlace((before) =>
        before.from === from && before.to === to && before.height === height ? before : { from, to, height },
      );
    };
    look();
    frame.addEventListener('scroll', look, { passive: true });
    return () => frame.removeEventListener('scroll', look);
  }, [partly, scroller, count]);
  if (!partly) return { from: 0, to: count, above: 0, below: 0, partly };
  const to = Math.min(place.to, count);
  const from = Math.min(place.from, to);
  return { from, to, above: from * place.height, below: (count - to) * place.height, partly };
}
