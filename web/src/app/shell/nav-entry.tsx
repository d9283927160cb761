/** One place of the navigation; at the to-dos, how many wait. */
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

import styles from './nav-entry.module.css';
import type { Entry } from './navigation';
import { markOf, type Waiting } from './use-waiting';

interface Props {
  entry: Entry;
  waiting: Waiting | null;
  className: string | undefined;
  size: number;
  /** Over the icon, where there is no room beside the word. */
  over?: boolean;
  onClick?: () => void;
}

export function NavEntry({
  entry: { to, label, icon: Icon },
  waiting,
  className,
  size,
  over,
  onClick,
}: Props) {
  const { t } = useTranslation('app');
  const mark = label === 'todos' ? markOf(waiting) : '';
  const count = waiting?.count ?? 0;
  const spoken =
    mark === '' ? undefined : t(waiting?.more ? 'nav.todosWaitingMore' : 'nav.todosWaiting', { count });
  return (
    <NavLink to={to} end={to === '/'} className={className ?? ''} aria-label={spoken} onClick={onClick}>
      <span className={styles.icon}>
        <Icon size={size} strokeWidth={1.8} aria-hidden="true" />
        {over && mark !== '' && <span className={styles.over}>{mark}</span>}
      </span>
      {t(`nav.${label}`)}
      {!over && mark !== '' && <span className={styles.beside}>{mark}</span>}
    </NavLink>
  );
}
