/** A linked record by its title, which leads to its page; or why there is none. */
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { documentPath } from '@/lib/routing/document';

import styles from './linked-record.module.css';
import { LinksContext, useLinked } from './links';

export function LinkedRecord({ id }: { id: string }) {
  const { inert } = useContext(LinksContext);
  const { state } = useLinked(id);
  if (inert || state !== 'readable') return <LinkedTitle id={id} />;
  return (
    <Link to={documentPath(id)} className={styles.link}>
      <LinkedTitle id={id} />
    </Link>
  );
}

/** The title alone. */
export function LinkedTitle({ id }: { id: string }) {
  const { t } = useTranslation('components');
  const { state, title } = useLinked(id);
  if (state === 'readable') return <span>{title || t('linked.untitled')}</span>;
  if (state === 'unknown') return <span>…</span>;
  if (state === 'deleted') {
    return (
      <span className={styles.none}>{t('linked.deleted', { title: title || t('linked.untitled') })}</span>
    );
  }
  return <span className={styles.none}>{t(`linked.${state}`)}</span>;
}
