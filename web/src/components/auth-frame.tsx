/** The frame of the pages before the shell: the form at one side, at the other a picture of what the product does. */
import { lazy, Suspense, type ReactNode } from 'react';

import styles from './auth-frame.module.css';
import { Brand } from './brand';
import { LanguageChoice } from './preferences';
import { useTitle } from './title';

/** Decoration: the form need not wait for it. */
const ProductPreview = lazy(() =>
  import('./product-preview').then((module) => ({ default: module.ProductPreview })),
);

interface Props {
  title: string;
  hint?: ReactNode;
  /** Below the form: the way to the neighbouring page. */
  footer?: ReactNode;
  children: ReactNode;
}

export function AuthFrame({ title, hint, footer, children }: Props) {
  useTitle(title);
  return (
    <div className={styles.frame}>
      <div className={styles.side}>
        <header className={styles.top}>
          <Brand />
          <LanguageChoice />
        </header>
        <main className={styles.main}>
          <h1 className={styles.title}>{title}</h1>
          {hint && <p className={styles.hint}>{hint}</p>}
          <div className={styles.content}>{children}</div>
          {footer && <p className={styles.footer}>{footer}</p>}
        </main>
      </div>
      <aside className={styles.show}>
        <Suspense>
          <ProductPreview />
        </Suspense>
      </aside>
    </div>
  );
}
