/** Renders one page at an address, with words in Chinese and the mock API behind it. */
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import i18next from 'i18next';
import type { ComponentType } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { vi } from 'vitest';

import { Providers } from '@/app/providers';
import { createQueryClient } from '@/lib/api/query-client';
import { startTranslation } from '@/lib/i18n/i18n';

import { mock } from './mock';
import type { Handler } from './mock/http';

interface Options {
  path: string;
  at?: string;
  namespaces: string[];
  /** For pages that ask who is looking. */
  signedIn?: boolean;
  /** What the server answers beside what the mock API knows. */
  answers?: Record<string, Handler>;
}

/** `visited` is the address that the page led to, or its own. */
export async function renderRoute(
  Page: ComponentType,
  { path, at = path, namespaces, signedIn = false, answers = {} }: Options,
) {
  vi.stubGlobal(
    'fetch',
    vi.fn((address: string, init?: RequestInit) => {
      const request = new Request(new URL(address, 'http://127.0.0.1'), init);
      if (signedIn) request.headers.set('cookie', 'banli_mock=1');
      return mock(request, answers);
    }),
  );
  localStorage.setItem('banli.language', 'zh-CN');
  await startTranslation();
  await i18next.loadNamespaces(namespaces);
  const router = createMemoryRouter(
    [
      { path, Component: Page },
      { path: '*', element: <p>elsewhere</p> },
    ],
    { initialEntries: [at] },
  );
  render(
    <Providers client={createQueryClient()}>
      <RouterProvider router={router} />
    </Providers>,
  );
  const visited = () => router.state.location.pathname + router.state.location.search;
  return { user: userEvent.setup(), visited };
}
