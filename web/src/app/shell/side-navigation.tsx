import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Brand } from '@/components/brand';

import { AccountMenu } from './account-menu';
import { AppMenu } from './app-menu';
import { NavEntry } from './nav-entry';
import styles from './side-navigation.module.css';
import { useNavigation } from './use-navigation';
import type { Waiting } from './use-waiting';

/** Folded, it shows pictures; their words are for the pointer and for those who do not see. */
export function SideNavigation({ folded, waiting }: { folded: boolean; waiting: Waiting | null }) {
  const { t } = useTranslation('app');
  const groups = useNavigation();
  return (
    <aside className={styles.side} data-folded={folded}>
      <Link to="/" className={styles.brand}>
        <Brand size={26} />
      </Link>
      <nav className={styles.groups} aria-label={t('shell.navigation')}>
        {groups.map((group, index) => (
          <Fragment key={index}>
            <ul className={styles.group} aria-label={group.label && t(`nav.${group.label}`)}>
              {group.label && <li className={styles.label}>{t(`nav.${group.label}`)}</li>}
              {group.entries.map((entry) => (
                <li key={entry.to}>
                  <NavEntry
                    entry={entry}
                    waiting={waiting}
                    className={styles.entry}
                    words={styles.words}
                    size={17}
                    folded={folded}
                  />
                </li>
              ))}
            </ul>
            {/* Between what is daily and what is managed; folded there is no room for names. */}
            {index === 0 && !folded && <AppMenu label={t('nav.apps')} />}
          </Fragment>
        ))}
      </nav>
      <AccountMenu />
    </aside>
  );
}
