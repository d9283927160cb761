/** Dragging over the canvas, by mouse and by finger: where it would land, and landing there. */
import { createContext, useContext, useState, type PointerEvent, type RefObject } from 'react';

import { useEditor } from '@/entities/form/editing/editor';
import { partIndex, type Spot } from '@/entities/form/editing/layout-changes';

import { isOfParts, type Dragged } from './dragging';
import { partGapAt, spotAt, zonesIn } from './landing';

export interface Landing {
  /** Where a field would come to stand. */
  spot: Spot | null;
  /** Before which part a part would. */
  gap: number | null;
  over: (ofParts: boolean, y: number) => void;
  drop: (what: Dragged, y: number) => void;
  leave: () => void;
}

export const LandingContext = createContext<Landing | null>(null);

export function useLanding(canvas: RefObject<HTMLElement | null>): Landing {
  const { definition, select, selectPart, add, placeAt, addPart, movePart } = useEditor();
  const [spot, setSpot] = useState<Spot | null>(null);
  const [gap, setGap] = useState<number | null>(null);
  const leave = () => {
    setSpot(null);
    setGap(null);
  };
  return {
    spot,
    gap,
    leave,
    over: (ofParts, y) => {
      const zones = zonesIn(canvas.current);
      setSpot(ofParts ? null : spotAt(zones, y));
      setGap(ofParts ? partGapAt(zones, y) : null);
    },
    drop: (what, y) => {
      const zones = zonesIn(canvas.current);
      leave();
      if ('add' in what) add(what.add, spotAt(zones, y));
      else if ('addPart' in what) addPart(what.addPart, partGapAt(zones, y));
      else if ('move' in what) {
        placeAt(what.move, spotAt(zones, y));
        select({ field: what.move });
      } else {
        const from = partIndex(definition, what.movePart);
        const to = partGapAt(zones, y);
        movePart(what.movePart, to > from ? to - 1 : to);
        selectPart(what.movePart);
      }
    },
  };
}

const EDGE = 72;
const SCROLL = 14;

/** What makes an element a handle for fingers and pens; a mouse drags the whole card. */
export function useHandle(what: Dragged) {
  const landing = useContext(LandingContext);
  const [held, setHeld] = useState(false);
  const byHand = (event: PointerEvent) => event.pointerType !== 'mouse' && landing !== null;
  const end = () => {
    setHeld(false);
    landing?.leave();
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (!byHand(event)) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setHeld(true);
    },
    onPointerMove: (event: PointerEvent) => {
      if (!held) return;
      if (event.clientY < EDGE) window.scrollBy(0, -SCROLL);
      if (event.clientY > window.innerHeight - EDGE) window.scrollBy(0, SCROLL);
      landing?.over(isOfParts(what), event.clientY);
    },
    onPointerUp: (event: PointerEvent) => {
      if (!held) return;
      setHeld(false);
      landing?.drop(what, event.clientY);
    },
    onPointerCancel: end,
  };
}
