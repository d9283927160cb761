/** The regions as a tree to choose from, down to a level. */
import type { TreeOption } from '../inputs/tree-input';

import { LEVELS, pathOf, type RegionLevel, type Regions } from './regions';

export function regionTree({ names }: Regions, level: RegionLevel = 'district'): TreeOption[] {
  const deepest = LEVELS.indexOf(level) + 1;
  const top: TreeOption[] = [];
  const byCode = new Map<string, TreeOption>();
  // By code, so that each stands after the one that it is below.
  for (const code of Object.keys(names).sort()) {
    const path = pathOf(code);
    if (path.length > deepest) continue;
    const option: TreeOption = { value: code, label: names[code] ?? code };
    byCode.set(code, option);
    const above = path.length === 1 ? undefined : byCode.get(path.at(-2) ?? '');
    if (above) (above.children ??= []).push(option);
    else top.push(option);
  }
  return top;
}
