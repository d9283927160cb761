/** The signed-in part: side navigation on a desktop, tab bar on a phone, and the news that concern every page. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigate } from 'react-router';

import { useMe } from '@/lib/session/me';
import { hear } from '@/lib/tabs/tabs';

import { signInPath } from '../require-session';

import styles from './shell.module.css';
import { SideNavigation } from './side-navigation';
import { TabBar } from './tab-bar';
import { TrialNote } from './trial-note';

export function Shell() {
  const { t } = useTranslation('app');
  useLeaving();
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {t('shell.skip')}
      </a>
      <SideNavigation />
      <div className={styles.column}>
        <TrialNote company={useMe().company} />
        <main id="content" tabIndex={-1} className={styles.content}>
          <Outlet />
        </main>
      </div>
      <TabBar />
    </div>
  );
}

/** The session ended, here or in another tab: sign in again, and come back to this page. */
function useLeaving(): void {
  const navigate = useNavigate();
  const client = useQueryClient();
  const location = useLocation();
  useEffect(
    () =>
      hear((said) => {
        if (said.kind !== 'signed_out') return;
        // Only when the pages that show it are gone: without them nothing asks for it again.
        void Promise.resolve(navigate(signInPath(location), { replace: true })).then(() => client.clear());
      }),
    [navigate, location, client],
  );
}
