/** The parts of a place in its cell. */
import type { Cell } from '../../cell';

/** Degrees and metres as decimals. */
export interface Place {
  lat: string;
  lng: string;
  accuracy?: string;
  address?: string;
}

export function placeOf(cell: Cell | undefined): Place {
  const none: Place = { lat: '', lng: '' };
  if (typeof cell !== 'string' || cell === '') return none;
  try {
    return { ...none, ...(JSON.parse(cell) as Partial<Place>) };
  } catch {
    return none;
  }
}

/** '' where nothing is filled in, so that a field without a place is blank. */
export function cellOf(place: Place): string {
  const filled = Object.values(place as unknown as Record<string, string | undefined>).some(
    (part) => (part ?? '').trim() !== '',
  );
  return filled ? JSON.stringify(place) : '';
}
