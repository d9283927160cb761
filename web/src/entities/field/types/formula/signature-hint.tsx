/** The function at the cursor: its arguments, the one being written among them, what it does, and an example. */
import type { Language } from '@/config/languages';

import { useTypeWords } from '../../type-words';

import { signatureParts, type OpenCall } from './completion';
import styles from './formula-settings.module.css';
import { helpOf } from './function-help';

export function SignatureHint({ call, language }: { call: OpenCall | null; language: Language }) {
  const words = useTypeWords('formula');
  const help = call ? helpOf(call.name) : undefined;
  if (!call || !help) return null;
  return (
    <div className={styles.signature} aria-live="polite">
      <code className={styles.code}>
        {signatureParts(help.signature[language], call.argument).map(({ text, current }, index) =>
          current ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
        )}
      </code>
      <span className={styles.about}>{help.about[language]}</span>
      <span className={styles.about}>{words('formula.example', { example: help.example[language] })}</span>
    </div>
  );
}
