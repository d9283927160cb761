/** What is chosen for an import: pure changes of the settings. */
import type { Check, Settings, Target } from './api';

/** Another field for a column; a field is for one column only, so it is taken from the one that had it. "" is none. */
export function mapped(
  mapping: Record<string, string>,
  column: number,
  path: string,
): Record<string, string> {
  const kept = Object.entries(mapping).filter(([other, had]) => other !== String(column) && had !== path);
  return Object.fromEntries(path === '' ? kept : [...kept, [String(column), path]]);
}

/** Required fields that no column is for: every new record would lack them. */
export function missing(targets: Target[], mapping: Record<string, string>): Target[] {
  const paths = new Set(Object.values(mapping));
  const linesOf = (path: string) => path.split('.')[0] ?? '';
  const lines = new Set([...paths].filter((path) => path.includes('.')).map(linesOf));
  return targets.filter(
    ({ path, required, fills }) =>
      required && fills && !paths.has(path) && (!path.includes('.') || lines.has(linesOf(path))),
  );
}

/** Fields by which records can be found, among those that the file has. */
export const keysOf = ({ targets, mapping }: Pick<Check, 'targets' | 'mapping'>): Target[] =>
  targets.filter(({ key, path }) => key && Object.values(mapping).includes(path));

/** What to ask for next: choosing another sheet or head begins anew, and the columns are guessed again. */
export function reread(settings: Settings, chosen: { sheet: number; head?: number }): Settings {
  const { mode, key, dates } = settings;
  return {
    ...(mode === undefined ? {} : { mode }),
    ...(key === undefined ? {} : { key }),
    ...(dates === undefined ? {} : { dates }),
    ...chosen,
  };
}
