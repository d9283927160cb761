/** A document that comes with the app. Where the operator has set an address of their own, that one is in force. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Trans, useTranslation } from 'react-i18next';

import { Brand } from '@/components/brand';
import { ErrorState } from '@/components/error-state';
import { LanguageChoice } from '@/components/preferences';
import { Skeleton } from '@/components/skeleton';
import { useTitle } from '@/components/title';
import { operatorQuery } from '@/lib/session/operator';

import styles from './legal-document.module.css';

type Section =
  | `terms.${'account' | 'trial' | 'content' | 'conduct' | 'service' | 'end' | 'changes' | 'contact'}`
  | `privacy.${'what' | 'why' | 'cookies' | 'who' | 'howLong' | 'rights' | 'contact'}`;

interface Props {
  which: 'terms' | 'privacy';
  /** Keys of its sections, in order. */
  sections: readonly Section[];
}

export function LegalDocument({ which, sections }: Props) {
  const { t } = useTranslation('legal');
  const operator = useQuery(operatorQuery);
  const title = t(`${which}.title`);
  useTitle(title);
  const address = operator.data?.[`${which}_url`];
  const elsewhere = address === undefined || isHere(address, which) ? null : address;
  useEffect(() => {
    if (elsewhere !== null) window.location.replace(elsewhere);
  }, [elsewhere]);
  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        <a href="/" className={styles.brand}>
          <Brand />
        </a>
        <LanguageChoice />
      </header>
      <main className={styles.main}>{content()}</main>
    </div>
  );

  function content() {
    if (operator.isError) return <ErrorState error={operator.error} again={() => void operator.refetch()} />;
    if (operator.data === undefined || elsewhere !== null) return <Skeleton rows={8} />;
    const { contact } = operator.data;
    const components = { contact: <a href={`mailto:${contact}`}>{contact}</a> };
    return (
      <article>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.date}>{t('asOf')}</p>
        <p className={styles.text}>{t(`${which}.intro`)}</p>
        {sections.map((section) => (
          <section key={section}>
            <h2 className={styles.heading}>{t(`${section}.title`)}</h2>
            <p className={styles.text}>
              <Trans t={t} i18nKey={`${section}.text`} components={components} />
            </p>
          </section>
        ))}
      </article>
    );
  }
}

const isHere = (address: string, which: string) =>
  new URL(address, window.location.href).href === `${window.location.origin}/${which}`;
