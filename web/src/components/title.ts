/** The title of the browser's tab: how much waits, which page, which product. */
import { createContext, use, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** "3" or "99+" where to-dos wait; "" where none do, or nobody is signed in. Given by the shell. */
export const WaitingMark = createContext('');

export function useTitle(title: string): void {
  const { t } = useTranslation('components');
  const waiting = use(WaitingMark);
  const product = t('product');
  useEffect(() => {
    document.title = waiting === '' ? `${title} · ${product}` : `(${waiting}) ${title} · ${product}`;
  }, [title, product, waiting]);
}
