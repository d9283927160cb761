/** The navigation of phones: the daily places, and "me" for everything else. */
import { CircleUserRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';

import { AccountPanel } from './account-menu';
import { AppMenu } from './app-menu';
import { NavEntry } from './nav-entry';
import styles from './tab-bar.module.css';
import { useNavigation } from './use-navigation';
import type { Waiting } from './use-waiting';

export function TabBar({ waiting }: { waiting: Waiting | null }) {
  const { t } = useTranslation('app');
  const [open, setOpen] = useState(false);
  const entries = useNavigation().flatMap((group) => group.entries);
  const others = entries.filter(({ tab }) => !tab);
  const close = () => setOpen(false);
  return (
    <nav className={styles.bar} aria-label={t('shell.navigation')}>
      {entries
        .filter(({ tab }) => tab)
        .map((entry) => (
          <NavEntry key={entry.to} entry={entry} waiting={waiting} className={styles.tab} size={21} over />
        ))}
      <button type="button" className={styles.tab} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <CircleUserRound size={21} strokeWidth={1.7} aria-hidden="true" />
        {t('nav.me')}
      </button>
      <Dialog open={open} title={t('nav.me')} onClose={close}>
        <AppMenu label={t('nav.apps')} onGo={close} />
        {others.length > 0 && (
          <ul className={styles.others}>
            {others.map((entry) => (
              <li key={entry.to}>
                <NavEntry
                  entry={entry}
                  waiting={waiting}
                  className={styles.other}
                  size={18}
                  onClick={close}
                />
              </li>
            ))}
          </ul>
        )}
        <AccountPanel close={close} />
      </Dialog>
    </nav>
  );
}
