import './styles/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';

import { startTheme } from '@/config/theme/mode';
import { createQueryClient } from '@/lib/api/query-client';
import { startTranslation } from '@/lib/i18n/i18n';
import { watchConnection } from '@/lib/net/connection';
import { watchPreferences } from '@/lib/session/preferences';

import { Providers } from './providers';
import { createRoutes } from './routes';

startTheme();
await startTranslation();
watchConnection();
watchPreferences();

const client = createQueryClient();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <Providers client={client}>
      <RouterProvider router={createRoutes(client)} />
    </Providers>
  </StrictMode>,
);
