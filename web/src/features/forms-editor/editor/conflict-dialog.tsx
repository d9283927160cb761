/** Somebody else saved this draft: what both changed is brought together; where it clashes, the builder chooses. */
import { Button } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { Segmented } from '@/components/segmented';
import { labelText, type Definition } from '@/lib/forms/definition';

import { useMemberName } from '../api';
import { merge, type Clash, type Side } from '../model/merge';
import type { Draft } from '../model/saver';

import styles from './conflict-dialog.module.css';
import { useEditor } from './editor';

type Resolve = (theirs: Draft, merged: Definition) => void;

export function ConflictDialog({ onResolve }: { onResolve: Resolve }) {
  const { t } = useTranslation('forms-editor');
  const { saver } = useEditor();
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
        <Content theirs={theirs} onResolve={onResolve} />
      </Dialog>
    </>
  );
}

function Content({ theirs, onResolve }: { theirs: Draft; onResolve: Resolve }) {
  const { t } = useTranslation('forms-editor');
  const { definition, saver } = useEditor();
  const who = useMemberName(theirs.updatedBy).data?.name ?? t('conflict.somebody');
  const [choices, setChoices] = useState<Record<string, Side>>({});
  const { definition: merged, clashes } = merge(saver.base, definition, theirs.definition, choices);
  return (
    <div className={styles.content}>
      <p>{t('conflict.text', { who })}</p>
      {clashes.length === 0 ? (
        <p className={styles.hint}>{t('conflict.none')}</p>
      ) : (
        <>
          <p className={styles.hint}>{t('conflict.clashes', { count: clashes.length })}</p>
          <ul className={styles.clashes}>
            {clashes.map((clash) => (
              <li key={clash.key} className={styles.clash}>
                <ClashName clash={clash} />
                <Segmented
                  label={t('conflict.choose')}
                  value={choices[clash.key] ?? 'mine'}
                  options={[
                    { value: 'mine', label: t('conflict.mine') },
                    { value: 'theirs', label: t('conflict.theirs', { who }) },
                  ]}
                  onChange={(side) => setChoices({ ...choices, [clash.key]: side })}
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

function ClashName({ clash }: { clash: Clash }) {
  const { t } = useTranslation('forms-editor');
  const { language } = useEditor();
  if ('part' in clash) return <span className={styles.name}>{t(`part.${clash.part}`)}</span>;
  const name = labelText((clash.mine ?? clash.theirs)?.name, language);
  const gone = !clash.mine ? t('conflict.mineGone') : !clash.theirs ? t('conflict.theirsGone') : null;
  return (
    <span className={styles.name}>
      {name}
      {gone && <span className={styles.gone}>{gone}</span>}
    </span>
  );
}
