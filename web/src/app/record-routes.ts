/** Filling in forms, and what was filled in. */
import type { RouteObject } from 'react-router';

import { page } from '@/lib/routing/page';

export const recordRoutes: RouteObject[] = [
  { path: '/new', ...page(() => import('@/features/forms/form-list-page'), 'forms') },
  { path: '/forms/:formId/new', ...page(() => import('@/features/forms/new-record-page'), 'forms', 'entry') },
  { path: '/records', ...page(() => import('@/features/forms/records/forms-page'), 'forms') },
  {
    path: '/forms/:formId/records',
    ...page(() => import('@/features/forms/records/records-page'), 'forms', 'entry', 'condition'),
  },
  {
    path: '/forms/:formId/import',
    ...page(() => import('@/features/imports/import-page'), 'imports', 'spreadsheet'),
  },
  { path: '/forms/:formId/bin', ...page(() => import('@/features/forms/records/bin-page'), 'forms') },
  {
    path: '/records/:recordId',
    ...page(() => import('./record/record-page'), 'forms', 'flows', 'entry', 'why'),
  },
  {
    path: '/records/:recordId/edit',
    ...page(() => import('./record/edit-page'), 'forms', 'flows', 'entry'),
  },
];
