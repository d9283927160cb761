/** The provinces, cities and districts of China. They are loaded when something first needs one of their names. */
import { useCallback, useEffect, useSyncExternalStore } from 'react';

/** Code -> name, of those of today and of those that were abolished. */
export interface Regions {
  names: Record<string, string>;
  abolished: Record<string, string>;
}

export type RegionLevel = 'province' | 'city' | 'district';
export const LEVELS: RegionLevel[] = ['province', 'city', 'district'];

/** Names of the middle level that only hold districts of a province together. */
const PLACEHOLDERS = ['县', '省直辖县', '自治区直辖县级行政区划'];

/** What comes with them: how pasted texts are read. */
type Reader = typeof import('./read-region');

let loaded: Regions | null = null;
let reader: Reader | null = null;
let loading: Promise<void> | null = null;
const listeners = new Set<() => void>();

/** Once a visit; after a failure it is tried anew when somebody asks again. */
export function loadRegions(): Promise<void> {
  loading ??= Promise.all([import('./regions.json'), import('./read-region')])
    .then(([{ default: found }, reading]) => {
      loaded = found;
      reader = reading;
      listeners.forEach((listener) => listener());
    })
    .catch(() => {
      loading = null;
    });
  return loading;
}

/** Null while they are on their way. */
export const regionsNow = (): Regions | null => loaded;
export const readerNow = (): Reader | null => reader;

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useRegions(): Regions | null {
  const found = useSyncExternalStore(subscribe, regionsNow);
  useEffect(() => void loadRegions(), []);
  return found;
}

/** A name by its code, where only drawing tells whether one is needed; undefined until they are there. */
export function useRegionName(): (code: string) => string | undefined {
  const found = useSyncExternalStore(subscribe, regionsNow);
  return useCallback(
    (code) => {
      if (found) return namesOf(pathOf(code), found).join('/');
      void loadRegions();
      return undefined;
    },
    [found],
  );
}

/** The codes from the province to this one. */
export const pathOf = (code: string): string[] => [
  ...new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]),
];

/** From the top, each once: a municipality is its own city. A code that nobody knows is its own name. */
export function namesOf(path: string[], { names, abolished }: Regions): string[] {
  const found = path.map((code) => names[code] ?? abolished[code] ?? code);
  return [...new Set(found)].filter((name) => !PLACEHOLDERS.includes(name));
}

export const isAbolished = (path: string[], { abolished }: Regions): boolean =>
  (path.at(-1) ?? '') in abolished;
