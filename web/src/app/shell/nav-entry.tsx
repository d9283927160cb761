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
  /** Of the name, where it can be folded away. */
  words?: string | undefined;
  size: number;
  /** The count over the icon, where there is no room beside the name. */
  over?: boolean;
  /** Only the icon is seen: the name comes under the pointer. */
  folded?: boolean;
  onClick?: () => void;
}

export function NavEntry({
  entry,
  waiting,
  className,
  words,
  size,
  over = false,
  folded = false,
  onClick,
}: Props) {
  const { t } = useTranslation('app');
  const { to, label, icon: Icon } = entry;
  const name = t(`nav.${label}`);
  const mark = label === 'todos' ? markOf(waiting) : '';
  const count = waiting?.count ?? 0;
  const spoken =
    mark === '' ? undefined : t(waiting?.more ? 'nav.todosWaitingMore' : 'nav.todosWaiting', { count });
  return (
    <NavLink
      to={to}
      end={to === '/'}
      className={`${className ?? ''} ${styles.entry}`}
      aria-label={spoken}
      onClick={onClick}
      {...(folded ? { title: spoken ?? name } : {})}
    >
      <Icon size={size} strokeWidth={1.8} aria-hidden="true" />
      <span className={words}>{name}</span>
      {/* After the name, as it is read out, wherever it is seen; and a word of its own. */}
      {mark !== '' && ' '}
      {mark !== '' && <span className={over || folded ? styles.over : styles.beside}>{mark}</span>}
    </NavLink>
  );
}
