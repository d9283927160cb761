/** A region by its names, which are loaded when the first is to be shown. */
import { lazy, Suspense } from 'react';

const RegionText = lazy(() => import('./region-text').then((loaded) => ({ default: loaded.RegionText })));

export function LazyRegionText(props: { path: string[]; between: string }) {
  return (
    <Suspense fallback="…">
      <RegionText {...props} />
    </Suspense>
  );
}
