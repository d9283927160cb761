/** The signed-in part: side navigation on a desktop, tab bar on a phone, and the news that concern every page. */
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useMatch } from 'react-router';

import { WaitingMark } from '@/components/title';
import { useMe } from '@/lib/session/me';

import styles from './shell.module.css';
import { SideNavigation } from './side-navigation';
import { TabBar } from './tab-bar';
import { TrialNote } from './trial-note';
import { useSessionWatch } from './use-session-watch';
import { markOf, useWaiting } from './use-waiting';

/** Forms are heavy, and most sessions never end like this. */
const SignInAgain = lazy(() =>
  import('./sign-in-again').then(({ SignInAgain: component }) => ({ default: component })),
);

export function Shell() {
  const { t } = useTranslation('app');
  const session = useSessionWatch();
  const waiting = useWaiting();
  const form = useMatch('/manage/forms/:formId');
  const flow = useMatch('/manage/flows/:flowId');
  // An editor needs the room: the navigation keeps its pictures only.
  const folded = form !== null || flow !== null;
  return (
    <WaitingMark value={markOf(waiting)}>
      <div className={styles.shell} data-folded={folded}>
        <a href="#content" className={styles.skip}>
          {t('shell.skip')}
        </a>
        <SideNavigation folded={folded} waiting={waiting} />
        <div className={styles.column}>
          <TrialNote company={useMe().company} />
          <main id="content" tabIndex={-1} className={styles.content}>
            <Outlet />
          </main>
        </div>
        <TabBar waiting={waiting} />
        {session.ended && (
          <Suspense fallback={null}>
            <SignInAgain onClose={session.seen} />
          </Suspense>
        )}
      </div>
    </WaitingMark>
  );
}
