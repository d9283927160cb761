/** The navigation of phones: the daily places, and "me" for everything else. */
import { CircleUserRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

import { Dialog } from '@/components/dialog';

import { AccountPanel } from './account-menu';
import styles from './tab-bar.module.css';
import { useNavigation } from './use-navigation';

export function TabBar() {
  const { t } = useTranslation('app');
  const [open, setOpen] = useState(false);
  const entries = useNavigation().flatMap((group) => group.entries);
  const others = entries.filter(({ tab }) => !tab);
  const close = () => setOpen(false);
  return (
    <nav className={styles.bar} aria-label={t('shell.navigation')}>
      {entries
        .filter(({ tab }) => tab)
        .map(({ to, label, icon: Icon }) => (
          <NavLink key={to} to={to} end={to === '/'} className={styles.tab ?? ''}>
            <Icon size={21} strokeWidth={1.7} aria-hidden="true" />
            {t(`nav.${label}`)}
          </NavLink>
        ))}
      <button type="button" className={styles.tab} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <CircleUserRound size={21} strokeWidth={1.7} aria-hidden="true" />
        {t('nav.me')}
      </button>
      <Dialog open={open} title={t('nav.me')} onClose={close}>
        {others.length > 0 && (
          <ul className={styles.others}>
            {others.map(({ to, label, icon: Icon }) => (
              <li key={to}>
                <NavLink to={to} className={styles.other ?? ''} onClick={close}>
                  <Icon size={18} strokeWidth={1.8} aria-hidden="true" />
                  {t(`nav.${label}`)}
                </NavLink>
              </li>
            ))}
          </ul>
        )}
        <AccountPanel close={close} />
      </Dialog>
    </nav>
  );
}
