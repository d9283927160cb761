/** Who I am, in which company, my preferences, and the way out. */
import { ChevronsUpDown, LogOut, UserRoundCog } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Avatar } from '@/components/avatar';
import { Popover } from '@/components/popover';
import { LanguageChoice, ModeChoice } from '@/components/preferences';
import { useMe } from '@/lib/session/me';

import styles from './account-menu.module.css';
import { OtherCompanies } from './other-companies';
import { useSaveLanguage } from './use-save-language';
import { useSignOut } from './use-sign-out';

export function AccountMenu() {
  const me = useMe();
  const { t } = useTranslation('app');
  return (
    <Popover
      place="above"
      className={styles.button ?? ''}
      button={
        <>
          <Avatar name={me.name} size={32} />
          <span className={styles.names}>
            <span className={styles.name}>{me.name}</span>
            <span className={styles.company}>{me.company.name}</span>
          </span>
          <span className="visually-hidden">{t('shell.account')}</span>
          <ChevronsUpDown size={14} aria-hidden="true" className={styles.arrows} />
        </>
      }
    >
      {(close) => <AccountPanel close={close} />}
    </Popover>
  );
}

/** The same on the phone's "me" page and in the desktop's panel. */
export function AccountPanel({ close }: { close: () => void }) {
  const me = useMe();
  const { t } = useTranslation(['app', 'components']);
  const { signOut, busy, note } = useSignOut();
  const saveLanguage = useSaveLanguage();
  return (
    <div className={styles.panel}>
      <div className={styles.who}>
        <p className={styles.name}>{me.name}</p>
        <p className={styles.email}>{me.email}</p>
        <p className={styles.email}>{[me.department?.name, me.position].filter(Boolean).join(' · ')}</p>
      </div>
      <OtherCompanies />
      <div className={styles.choice}>
        <span>{t('components:language')}</span>
        <LanguageChoice onChoose={(language) => saveLanguage.mutate(language)} />
      </div>
      {saveLanguage.isError && (
        <p className={styles.unsaved} role="alert">
          {t('app:shell.languageUnsaved')}
        </p>
      )}
      <div className={styles.choice}>
        <span>{t('components:theme.label')}</span>
        <ModeChoice />
      </div>
      {note}
      <Link to="/account" className={styles.entry} onClick={close}>
        <UserRoundCog size={16} aria-hidden="true" />
        {t('app:shell.myAccount')}
      </Link>
      <button type="button" className={styles.entry} data-leaves disabled={busy} onClick={signOut}>
        <LogOut size={16} aria-hidden="true" />
        {t('app:shell.signOut')}
      </button>
    </div>
  );
}
