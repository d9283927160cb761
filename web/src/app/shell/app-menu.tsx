/**
 * The company's apps with their forms; with one app there is no such level, and nothing is here. What draws them comes
 * only where there are several: it brings the icons of forms, and every first page would carry them.
 */
import { lazy, Suspense } from 'react';

import { useApps } from '@/entities/app/api';

const AppList = lazy(() => import('./app-list').then((module) => ({ default: module.AppList })));

interface Props {
  label: string;
  /** What was pressed leads away from where the menu lies. */
  onGo?: () => void;
}

export function AppMenu({ label, onGo }: Props) {
  const { data } = useApps();
  const apps = data?.items ?? [];
  if (apps.length < 2) return null;
  return (
    <Suspense fallback={null}>
      <AppList apps={apps} label={label} onGo={onGo} />
    </Suspense>
  );
}
