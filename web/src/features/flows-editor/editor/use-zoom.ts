/** How large the tree is drawn: as large as all of it is in sight, until somebody chooses for themselves. */
import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/** Smaller than this nothing can be read: what does not fit is scrolled to. */
const LEAST_READABLE = 0.6;
const SMALLEST = 0.25;

interface Zoom {
  zoom: number;
  /** All of it is in sight. */
  fits: boolean;
  /** All of it in sight, however small. */
  fit: () => void;
  zoomTo: (zoom: number) => void;
}

export function useZoom(view: RefObject<HTMLElement | null>, tree: RefObject<HTMLElement | null>): Zoom {
  const [mode, setMode] = useState<'follows' | 'fits' | 'chosen'>('follows');
  const [chosen, setChosen] = useState(1);
  /** At which all of it would be in sight. */
  const [whole, setWhole] = useState(1);
  const zoom = mode === 'chosen' ? chosen : Math.max(mode === 'fits' ? SMALLEST : LEAST_READABLE, whole);

  useEffect(() => {
    if (!view.current || !tree.current) return;
    const observer = new ResizeObserver(() => {
      // At once, before it is painted: adding a branch must not make the tree jump.
      flushSync(() => setWhole(fittingZoom(view.current, tree.current)));
    });
    observer.observe(view.current);
    observer.observe(tree.current);
    return () => observer.disconnect();
  }, [view, tree]);
  useLayoutEffect(() => centre(view.current), [view, mode]);

  return {
    zoom,
    fits: zoom <= Math.max(whole, SMALLEST),
    fit: () => setMode('fits'),
    zoomTo: (next) => {
      const middle = middleOf(view.current);
      flushSync(() => {
        setMode('chosen');
        setChosen(next);
      });
      // What was in the middle stays there.
      centre(view.current, middle);
    },
  };
}

/** The flow begins in the middle: of a wide one that would be out of sight. */
function centre(view: HTMLElement | null, middle = 0.5): void {
  if (view) view.scrollLeft = middle * view.scrollWidth - view.clientWidth / 2;
}

/** Which share of the width lies left of the middle of what is seen. */
function middleOf(view: HTMLElement | null): number {
  return view ? (view.scrollLeft + view.clientWidth / 2) / view.scrollWidth : 0.5;
}

/** The largest at which the whole width is in sight; measured at its full size, which nobody gets to see. */
function fittingZoom(view: HTMLElement | null, tree: HTMLElement | null): number {
  if (!view || !tree || view.clientWidth === 0) return 1;
  const before = tree.style.zoom;
  const scrolled = view.scrollLeft;
  tree.style.zoom = '1';
  const share = view.clientWidth / view.scrollWidth;
  tree.style.zoom = before;
  view.scrollLeft = scrolled;
  return Math.min(1, Math.floor(share * 100) / 100);
}
