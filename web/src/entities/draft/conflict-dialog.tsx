/** Somebody else saved this draft: what both changed is brought together; where it clashes, the builder chooses. */
import { Button } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { Segmented } from '@/components/segmented';
import { useMemberName } from '@/entities/member/names';
import type { Side } from '@/lib/editing/merge';
import type { Draft, Saver } from '@/lib/editing/saver';

import styles from './conflict-dialog.module.css';

export interface ClashShown {
  key: string;
  name: string;
  /** Who has deleted it, if one of them has. */
  gone?: Side | undefined;
}

interface Props<D> {
  saver: Saver<D>;
  /** What comes out of both; `choices` answers clashes by their key. */
  merge: (theirs: D, choices: Record<string, Side>) => { definition: D; clashes: ClashShown[] };
  onResolve: (theirs: Draft<D>, merged: D) => void;
}

export function ConflictDialog<D>({ saver, ...props }: Props<D>) {
  const { t } = useTranslation('editing');
  const state = useSyncExternalStore(saver.subscribe, () => saver.state);
  const [later, setLater] = useState(-1);
  if (state.is !== 'stale') return null;
  const { theirs } = state;
  const open = later !== theirs.version;
  return (
    <>
      <div className={styles.bar} role="alert">
        <span>{t('conflict.bar')}</span>
        <Button size="small" type="primary" onClick={() => setLater(-1)}>
          {t('conflict.look')}
        </Button>
      </div>
      <Dialog open={open} title={t('conflict.title')} onClose={() => setLater(theirs.version)}>
        <Content theirs={theirs} {...props} />
      </Dialog>
    </>
  );
}

function Content<D>({ theirs, merge, onResolve }: Omit<Props<D>, 'saver'> & { theirs: Draft<D> }) {
  const { t } = useTranslation('editing');
  const who = useMemberName(theirs.updatedBy) ?? t('conflict.somebody');
  const [choices, setChoices] = useState<Record<string, Side>>({});
  const { definition: merged, clashes } = merge(theirs.definition, choices);
  return (
    <div className={styles.content}>
      <p>{t('conflict.text', { who })}</p>
      {clashes.length === 0 ? (
        <p className={styles.hint}>{t('conflict.none')}</p>
      ) : (
        <>
          <p className={styles.hint}>{t('conflict.clashes', { count: clashes.length })}</p>
          <ul className={styles.clashes}>
            {clashes.map(({ key, name, gone }) => (
              <li key={key} className={styles.clash}>
                <span className={styles.name}>
                  {name}
                  {gone && <span className={styles.gone}>{t(`conflict.${gone}Gone`)}</span>}
                </span>
                <Segmented
                  label={t('conflict.choose')}
                  value={choices[key] ?? 'mine'}
                  options={[
                    { value: 'mine', label: t('conflict.mine') },
                    { value: 'theirs', label: t('conflict.theirs', { who }) },
                  ]}
                  onChange={(side) => setChoices({ ...choices, [key]: side })}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.actions}>
        <Button type="primary" onClick={() => onResolve(theirs, merged)}>
          {t('conflict.merge')}
        </Button>
      </div>
    </div>
  );
}
