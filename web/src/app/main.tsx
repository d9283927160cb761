import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { startTranslation } from '@/lib/i18n/i18n';

import { Landing } from './landing';

await startTranslation();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <Landing />
  </StrictMode>,
);
