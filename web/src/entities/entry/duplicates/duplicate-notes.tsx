/** At a field: that a record with this value is there already. Who may read it finds the way to it. */
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { documentPath } from '@/lib/routing/document';

import styles from './duplicate-notes.module.css';
import { useDuplicatesOf, type Match } from './use-duplicates';

/** `said`: the server has refused the value already, and says so above. */
export function DuplicateNotes({ fieldId, said }: { fieldId: string; said: boolean }) {
  const found = useDuplicatesOf(fieldId).filter(({ readable }) => readable || !said);
  if (found.length === 0) return null;
  return (
    <div role="status">
      {found.map((match, index) => (
        <Note key={match.record_id ?? `${match.rule} ${String(index)}`} match={match} />
      ))}
    </div>
  );
}

function Note({ match }: { match: Match }) {
  const { t } = useTranslation('entry');
  const { policy, owner, record_id: recordId, title } = match;
  return (
    <p className={styles.note} data-policy={policy}>
      <TriangleAlert size={14} aria-hidden />
      <span>
        {recordId === undefined ? (
          t(`duplicates.unseen.${policy}`, { owner })
        ) : (
          <>
            {t(`duplicates.seen.${policy}`)}{' '}
            <Link to={documentPath(recordId)} target="_blank" rel="noreferrer">
              {title}
            </Link>{' '}
            {t('duplicates.owner', { owner })}
          </>
        )}
      </span>
    </p>
  );
}
