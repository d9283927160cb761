/**
 * Dragging cards between lanes, by mouse at once and by touch after a moment, so that a finger can still scroll. A lane is
 * an element with `data-lane`, the dragged card follows the pointer.
 */
import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react';

/** Pixels that a mouse moves before it drags. */
const SLACK = 6;
const HOLD_MS = 280;

interface Begun {
  id: string;
  card: HTMLElement;
  x: number;
  y: number;
  /** Of a touch that has not been held long enough. */
  timer?: ReturnType<typeof setTimeout>;
  drags: boolean;
}

export function useDrag(onDrop: (cardId: string, lane: string) => void) {
  const begun = useRef<Begun | null>(null);
  const [dragged, setDragged] = useState('');
  const [over, setOver] = useState<string | null>(null);
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  });

  useEffect(() => {
    const finish = () => {
      const held = begun.current;
      if (!held) return;
      clearTimeout(held.timer);
      held.card.style.transform = '';
      begun.current = null;
      setDragged('');
      setOver(null);
    };
    const move = (event: PointerEvent) => {
      const held = begun.current;
      if (!held) return;
      const [across, down] = [event.clientX - held.x, event.clientY - held.y];
      if (!held.drags) {
        if (Math.hypot(across, down) < SLACK) return;
        // A finger that moves before it was held scrolls.
        if (event.pointerType === 'touch') {
          finish();
          return;
        }
        held.drags = true;
        setDragged(held.id);
      }
      held.card.style.transform = `translate(${across}px, ${down}px)`;
      setOver(laneAt(event.clientX, event.clientY));
    };
    const up = (event: PointerEvent) => {
      const held = begun.current;
      const lane = held?.drags ? laneAt(event.clientX, event.clientY) : null;
      if (held?.drags) addEventListener('click', stopOnce, { capture: true, once: true });
      finish();
      // The click that follows is over after this turn; without one the next must not be lost.
      setTimeout(() => removeEventListener('click', stopOnce, { capture: true }));
      if (held && lane !== null) drop.current(held.id, lane);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') finish();
    };
    const touch = (event: TouchEvent) => {
      if (begun.current?.drags) event.preventDefault();
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
    addEventListener('pointercancel', finish);
    addEventListener('keydown', key);
    addEventListener('touchmove', touch, { passive: false });
    return () => {
      finish();
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', finish);
      removeEventListener('keydown', key);
      removeEventListener('touchmove', touch);
    };
  }, []);

  const begin = (id: string) => (event: ReactPointerEvent<HTMLElement>) => {
    if (event.button !== 0 || (event.target as Element).closest('[data-still]')) return;
    const held: Begun = { id, card: event.currentTarget, x: event.clientX, y: event.clientY, drags: false };
    if (event.pointerType === 'touch') {
      held.timer = setTimeout(() => {
        held.drags = true;
        setDragged(id);
      }, HOLD_MS);
    }
    begun.current = held;
  };
  return { begin, dragged, over };
}

function stopOnce(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

function laneAt(x: number, y: number): string | null {
  const lane = document
    .elementsFromPoint(x, y)
    .find((each): each is HTMLElement => each instanceof HTMLElement && each.dataset.lane !== undefined);
  return lane?.dataset.lane ?? null;
}
