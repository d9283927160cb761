/** Regions as people write them: a code, 上海市浦东新区, 浙江 / 杭州 / 西湖区, or a district's own name if it is the only one. */
import { LEVELS, namesOf, pathOf, type RegionLevel, type Regions } from './regions';

const SUFFIX = /(?:壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市)$/;
const BETWEEN = /[\s/／>＞,，、|｜-]+/g;

/** Names, long and short, from every level down; null where several are called so. */
type Index = Map<string, string | null>;
const indexes = new WeakMap<Regions, Map<RegionLevel, Index>>();

export type Found = { path: string[] } | 'none' | 'several';

export function readRegion(text: string, regions: Regions | null, level: RegionLevel = 'district'): Found {
  if (!regions) return 'none';
  const plain = text.normalize('NFKC').replace(BETWEEN, '');
  if (/^\d{6}$/.test(plain))
    return plain in regions.names && fits(plain, regions, level) ? { path: pathOf(plain) } : 'none';
  const code = indexOf(regions, level).get(plain);
  if (code === undefined) return 'none';
  return code === null ? 'several' : { path: pathOf(code) };
}

/** The longest beginning that is a region, and what follows it. */
export function splitAddress(text: string, regions: Regions | null, level: RegionLevel = 'district') {
  const signs = Array.from(text.trim());
  for (let length = Math.min(signs.length, LONGEST); length >= SHORTEST; length -= 1) {
    const found = readRegion(signs.slice(0, length).join(''), regions, level);
    if (typeof found === 'object')
      return {
        path: found.path,
        rest: signs
          .slice(length)
          .join('')
          .replace(/^[\s,，/]+/, ''),
      };
  }
  return null;
}

const LONGEST = 40;
const SHORTEST = 2;

function indexOf(regions: Regions, level: RegionLevel): Index {
  const levels = indexes.get(regions) ?? new Map<RegionLevel, Index>();
  indexes.set(regions, levels);
  const known = levels.get(level);
  if (known) return known;
  const made: Index = new Map();
  const add = (name: string, code: string) => {
    const before = made.get(name);
    if (before !== code) made.set(name, before === undefined ? code : null);
  };
  for (const code of Object.keys(regions.names)) {
    if (!fits(code, regions, level)) continue;
    const names = namesOf(pathOf(code), regions);
    const last = names.at(-1) ?? '';
    names.forEach((_, start) => {
      const above = names.slice(start, -1);
      add([...above, last].join(''), code);
      if (above.length > 0) add([...above.map((name) => name.replace(SUFFIX, '')), last].join(''), code);
    });
  }
  levels.set(level, made);
  return made;
}

const parents = new WeakMap<Regions, Set<string>>();

/** Whether a field of that level takes it: it lies there, or above it with nothing below. */
export function fits(code: string, regions: Regions, level: RegionLevel): boolean {
  const wanted = LEVELS.indexOf(level) + 1;
  const depth = pathOf(code).length;
  if (depth >= wanted) return depth === wanted;
  const known =
    parents.get(regions) ?? new Set(Object.keys(regions.names).flatMap((each) => pathOf(each).slice(0, -1)));
  parents.set(regions, known);
  return !known.has(code);
}
