/** What was said of inputs, by their paths. */
import { cellPath } from './cell-path';
import type { Change } from './changes';

/** What was said of an input holds until something changes in it; of a row that is gone there is nothing to say. */
export function stillTrue<T>(said: Record<string, T>, change: Change): Record<string, T> {
  switch (change.kind) {
    case 'restart':
      return {};
    case 'cell':
      return omit(said, [change.id]);
    case 'rowCell':
      return omit(said, [cellPath(change.lines, change.rowKey, change.id)]);
    case 'addRow':
      return omit(said, [change.lines.id]);
    case 'rows':
      return omit(said, [change.lines]);
    case 'removeRow': {
      const row = cellPath(change.lines, change.rowKey, '');
      return omit(said, [change.lines, ...Object.keys(said).filter((path) => path.startsWith(row))]);
    }
  }
}

export function omit<T>(all: Record<string, T>, paths: string[]): Record<string, T> {
  const gone = new Set(paths);
  if (!Object.keys(all).some((path) => gone.has(path))) return all;
  return Object.fromEntries(Object.entries(all).filter(([path]) => !gone.has(path)));
}
