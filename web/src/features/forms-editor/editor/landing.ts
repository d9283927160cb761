/** Where something that is dragged would land, from the height of the pointer and what stands on the canvas. */
import type { Spot } from '@/entities/form/editing/layout-changes';

/** A part on the canvas, the first one the fields before all parts: its extent, and the middles of its fields from top to bottom. */
export interface Zone {
  part: string | null;
  holdsFields: boolean;
  top: number;
  bottom: number;
  middles: number[];
}

/** Among the fields of the part that the height lies in, or of the one above it that holds fields. */
export function spotAt(zones: Zone[], y: number): Spot {
  const above = zones.filter(({ top }) => top <= y);
  const zone = above.findLast((each) => each.holdsFields) ?? zones[0];
  if (!zone) return { part: null, index: 0 };
  return { part: zone.part, index: zone.middles.filter((middle) => middle < y).length };
}

/** Before which part: 0 is above the first. */
export function partGapAt(zones: Zone[], y: number): number {
  return zones.filter(({ part, top, bottom }) => part !== null && (top + bottom) / 2 < y).length;
}

export function zonesIn(canvas: HTMLElement | null): Zone[] {
  return Array.from(canvas?.querySelectorAll<HTMLElement>('[data-zone]') ?? [], (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const cards = element.querySelectorAll('[data-field]');
    return {
      part: element.dataset.zone === '' ? null : (element.dataset.zone ?? null),
      holdsFields: element.dataset.holds !== 'text',
      top,
      bottom,
      middles: Array.from(cards, (card) => {
        const box = card.getBoundingClientRect();
        return box.top + box.height / 2;
      }),
    };
  });
}
