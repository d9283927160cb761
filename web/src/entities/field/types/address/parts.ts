/** The parts of an address in its cell. */
import { isUnparsed, type Cell } from '../../cell';

export interface Parts {
  region: string[];
  detail: string;
  postcode?: string;
}

export function partsOf(cell: Cell | undefined): Parts {
  const none: Parts = { region: [], detail: '' };
  if (typeof cell !== 'string' || cell === '') return isUnparsed(cell) ? { ...none, detail: cell.raw } : none;
  try {
    return { ...none, ...(JSON.parse(cell) as Partial<Parts>) };
  } catch {
    return { ...none, detail: cell };
  }
}

/** '' where nothing is filled in, so that a field without an address is blank. */
export function cellOf({ region, detail, postcode = '' }: Parts): string {
  if (region.length === 0 && detail.trim() === '' && postcode.trim() === '') return '';
  return JSON.stringify({ region, detail, postcode });
}
