import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';

import { Brand } from '@/components/brand';

import { AccountMenu } from './account-menu';
import styles from './side-navigation.module.css';
import { useNavigation } from './use-navigation';

/** Folded, it shows pictures; their words are for the pointer and for those who do not see. */
export function SideNavigation({ folded }: { folded: boolean }) {
  const { t } = useTranslation('app');
  const groups = useNavigation();
  return (
    <aside className={styles.side} data-folded={folded}>
      <Link to="/" className={styles.brand}>
        <Brand size={26} />
      </Link>
      <nav className={styles.groups} aria-label={t('shell.navigation')}>
        {groups.map((group, index) => (
          <ul key={index} className={styles.group} aria-label={group.label && t(`nav.${group.label}`)}>
            {group.label && <li className={styles.label}>{t(`nav.${group.label}`)}</li>}
            {group.entries.map(({ to, label, icon: Icon }) => (
              <li key={to}>
                <NavLink
                  to={to}
                  end={to === '/'}
                  className={styles.entry ?? ''}
                  {...(folded ? { title: t(`nav.${label}`) } : {})}
                >
                  <Icon size={17} strokeWidth={1.8} aria-hidden="true" />
                  <span className={styles.words}>{t(`nav.${label}`)}</span>
                </NavLink>
              </li>
            ))}
          </ul>
        ))}
      </nav>
      <AccountMenu />
    </aside>
  );
}
