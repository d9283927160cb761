import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';

import { Brand } from '@/components/brand';

import { AccountMenu } from './account-menu';
import styles from './side-navigation.module.css';
import { useNavigation } from './use-navigation';

export function SideNavigation() {
  const { t } = useTranslation('app');
  const groups = useNavigation();
  return (
    <aside className={styles.side}>
      <Link to="/" className={styles.brand}>
        <Brand size={26} />
      </Link>
      <nav className={styles.groups} aria-label={t('shell.navigation')}>
        {groups.map((group, index) => (
          <ul key={index} className={styles.group} aria-label={group.label && t(`nav.${group.label}`)}>
            {group.label && <li className={styles.label}>{t(`nav.${group.label}`)}</li>}
            {group.entries.map(({ to, label, icon: Icon }) => (
              <li key={to}>
                <NavLink to={to} end={to === '/'} className={styles.entry ?? ''}>
                  <Icon size={17} strokeWidth={1.8} aria-hidden="true" />
                  {t(`nav.${label}`)}
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
