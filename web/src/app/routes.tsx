/** The map of the web app: every address, its page, and the features whose words it needs. */
import type { QueryClient } from '@tanstack/react-query';
import { createBrowserRouter, Navigate } from 'react-router';

import { page } from '@/lib/routing/page';

import { Failure } from './failure';
import { manageRoutes } from './manage-routes';
import { recordRoutes } from './record-routes';
import { requireSession } from './require-session';
import { Root } from './root';

export function createRoutes(client: QueryClient) {
  return createBrowserRouter([
    {
      Component: Root,
      ErrorBoundary: Failure,
      HydrateFallback: () => null,
      children: [
        { path: '/sign-in', ...page(() => import('@/features/identity/sign-in-page'), 'identity') },
        {
          path: '/other-company',
          ...page(() => import('@/features/identity/other-company-page'), 'identity'),
        },
        {
          path: '/forgot-password',
          ...page(() => import('@/features/identity/forgot-password-page'), 'identity'),
        },
        {
          path: '/reset-password',
          ...page(() => import('@/features/identity/reset-password-page'), 'identity'),
        },
        { path: '/sign-up', ...page(() => import('@/features/directory/sign-up-page'), 'directory') },
        { path: '/verify', ...page(() => import('@/features/directory/verify-page'), 'directory') },
        { path: '/terms', ...page(() => import('@/features/legal/terms-page'), 'legal') },
        { path: '/privacy', ...page(() => import('@/features/legal/privacy-page'), 'legal') },
        { path: '/join', ...page(() => import('@/features/directory/join-page'), 'directory') },
        {
          loader: requireSession(client),
          // Not in the entry: whoever signs in or signs up needs none of it yet.
          lazy: async () => ({ Component: (await import('./shell/shell')).Shell }),
          ErrorBoundary: Failure,
          shouldRevalidate: () => false,
          children: [
            {
              ErrorBoundary: Failure,
              children: [
                // Where the API sends a company that has just been opened.
                { path: '/first-steps', element: <Navigate to="/" replace /> },
                {
                  path: '/manage/forms',
                  ...page(
                    () => import('@/features/forms-editor/list-page'),
                    'forms-editor',
                    'editing',
                    'spreadsheet',
                    'field-types',
                  ),
                },
                {
                  path: '/manage/forms/:formId',
                  ...page(
                    () => import('@/features/forms-editor/editor-page'),
                    'forms-editor',
                    'editing',
                    'field',
                    'field-types',
                    'condition',
                    'entry',
                  ),
                },
                {
                  path: '/manage/flows',
                  ...page(() => import('@/features/flows-editor/list-page'), 'flows-editor', 'editing'),
                },
                {
                  path: '/manage/flows/:flowId',
                  ...page(
                    () => import('@/features/flows-editor/editor-page'),
                    'flows-editor',
                    'condition',
                    'entry',
                    'editing',
                  ),
                },
                ...manageRoutes,
                {
                  path: '/account',
                  ...page(() => import('./account/account-page'), 'directory', 'identity', 'notifications'),
                },
                ...recordRoutes,
                { path: '/', ...page(() => import('./home/home-page'), 'flows') },
                { path: '/todos', ...page(() => import('@/features/flows/todos-page'), 'flows') },
                { path: '/done', ...page(() => import('@/features/flows/done-page'), 'flows') },
                { path: '/started', ...page(() => import('@/features/flows/started-page'), 'flows') },
                { path: '/cc', ...page(() => import('@/features/flows/cc-page'), 'flows') },
                { path: '/runs/:runId', ...page(() => import('@/features/flows/run-page'), 'flows') },
                { path: '*', ...page(() => import('./missing-page')) },
              ],
            },
          ],
        },
      ],
    },
  ]);
}
