/** The pages on which a company is set up and watched. */
import type { RouteObject } from 'react-router';

import { page } from '@/lib/routing/page';

export const manageRoutes: RouteObject[] = [
  { path: '/manage/apps', ...page(() => import('@/features/apps/apps-page'), 'apps', 'forms-editor') },
  { path: '/members', ...page(() => import('@/features/directory/members-page'), 'directory') },
  { path: '/members/:memberId', ...page(() => import('@/features/directory/member-page'), 'directory') },
  { path: '/departments', ...page(() => import('@/features/directory/departments-page'), 'directory') },
  { path: '/roles', ...page(() => import('@/features/directory/roles-page'), 'directory') },
  { path: '/company', ...page(() => import('@/features/tenancy/company-page'), 'tenancy') },
  { path: '/audit', ...page(() => import('@/features/tenancy/audit-page'), 'tenancy') },
  { path: '/webhooks', ...page(() => import('@/features/integrations/webhooks-page'), 'integrations') },
  { path: '/jobs', ...page(() => import('@/features/jobs/jobs-page'), 'jobs') },
  { path: '/jobs/:jobId', ...page(() => import('@/features/jobs/job-page'), 'jobs') },
  {
    path: '/webhooks/:webhookId',
    ...page(() => import('@/features/integrations/webhook-page'), 'integrations'),
  },
];
