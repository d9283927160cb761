import { describe, expect, it } from 'vitest';

import { partGapAt, spotAt, type Zone } from './landing';

const zones: Zone[] = [
  { part: null, holdsFields: true, top: 0, bottom: 100, middles: [25, 75] },
  { part: 's', holdsFields: true, top: 100, bottom: 300, middles: [150, 250] },
  { part: 't', holdsFields: false, top: 300, bottom: 350, middles: [] },
  { part: 'u', holdsFields: true, top: 350, bottom: 400, middles: [] },
];

describe('where something lands on the canvas', () => {
  it('is between the fields of the part under the pointer', () => {
    expect(spotAt(zones, -10)).toEqual({ part: null, index: 0 });
    expect(spotAt(zones, 50)).toEqual({ part: null, index: 1 });
    expect(spotAt(zones, 110)).toEqual({ part: 's', index: 0 });
    expect(spotAt(zones, 290)).toEqual({ part: 's', index: 2 });
  });

  it('is in an empty part, and above a text in the part before it', () => {
    expect(spotAt(zones, 390)).toEqual({ part: 'u', index: 0 });
    expect(spotAt(zones, 320)).toEqual({ part: 's', index: 2 });
  });

  it('is between parts for a part', () => {
    expect([10, 190, 210, 340, 900].map((y) => partGapAt(zones, y))).toEqual([0, 0, 1, 2, 3]);
  });
});
