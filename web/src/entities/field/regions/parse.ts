/** A pasted text as a region or an address. Until the names are there, nobody can tell what it means. */
import type { Misread, Unparsed } from '../cell';
import type { Field } from '../definition';
import type { Reading } from '../parse/reading';

import { loadRegions, readerNow, regionsNow } from './regions';

export function parseRegion({ options }: Field, raw: string): Reading {
  const found = read()?.readRegion(raw, regionsNow(), options?.level);
  if (typeof found === 'object') return { cell: found.path };
  if (found === undefined) return { cell: misread(raw, 'lookup') };
  return { cell: misread(raw, found === 'several' ? 'regionSeveral' : 'region') };
}

export function parseAddress({ options }: Field, raw: string): Reading {
  const reader = read();
  if (!reader) return { cell: misread(raw, 'lookup') };
  const found = reader.splitAddress(raw, regionsNow(), options?.level);
  if (!found) return { cell: misread(raw, 'region') };
  const [, detail = found.rest, postcode = ''] = /^(.*?)[\s,，]+(\d{6})$/.exec(found.rest) ?? [];
  return { cell: JSON.stringify({ region: found.path, detail, postcode }) };
}

function read() {
  const reader = readerNow();
  if (!reader) void loadRegions();
  return reader;
}

const misread = (raw: string, why: Misread): Unparsed => ({ raw, why, part: raw });
