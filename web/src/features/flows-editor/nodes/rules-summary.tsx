/** Whom a node means, on its card. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import styles from '../editor/step-card.module.css';
import type { Rule } from '../model/types';
import { rulesText } from '../rules/rule-text';
import type { Words } from '../rules/rule-words';

interface Props {
  rules: Rule[];
  words: Words;
  children?: ReactNode;
}

export function RulesSummary({ rules, words, children }: Props) {
  const { t } = useTranslation('flows-editor');
  if (rules.length === 0) return <p className={styles.missing}>{t('card.nobody')}</p>;
  return (
    <>
      <p className={styles.text}>{rulesText(rules, words)}</p>
      {children}
    </>
  );
}
