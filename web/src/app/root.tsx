/** Around every page: news of the connection, short words of success, progress between pages, focus after a change. */
import { useEffect } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';

import { ConnectionNote } from '@/components/connection-note';
import { Toasts } from '@/components/toast';

import styles from './root.module.css';

export function Root() {
  const { pathname } = useLocation();
  const navigation = useNavigation();

  // A change of page moves the reader's place to the new title, as a loaded page would.
  useEffect(() => {
    document.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <>
      {navigation.state === 'loading' && <div className={styles.progress} role="presentation" />}
      <ConnectionNote />
      <Outlet />
      <Toasts />
      <ScrollRestoration />
    </>
  );
}
