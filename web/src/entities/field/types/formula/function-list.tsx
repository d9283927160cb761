/** What a formula can be made of: the fields by name, and all functions, found by name or by what they do. */
import { Input } from 'antd';
import { useState } from 'react';

import { useClear } from '@/components/use-clear';
import type { Language } from '@/config/languages';

import { useTypeWords } from '../../type-words';

import type { Piece } from './expression';
import styles from './formula-settings.module.css';
import type { Name } from './formula-text';
import { callText, findFunctions, FUNCTION_HELP, GROUPS, type FunctionHelp } from './function-help';

interface FunctionListProps {
  names: Name[];
  language: Language;
  onInsert: (piece: Piece, back?: number) => void;
}

export function FunctionList({ names, language, onInsert }: FunctionListProps) {
  const words = useTypeWords('formula');
  const clear = useClear();
  const [wanted, setWanted] = useState('');
  const found = findFunctions(wanted, language);
  const list = (functions: FunctionHelp[]) => (
    <Functions functions={functions} language={language} onInsert={onInsert} />
  );
  return (
    <div className={styles.helper}>
      <p className={styles.group}>{words('formula.fields')}</p>
      <div className={styles.names}>
        {names.length === 0 && <span className={styles.about}>{words('formula.noFields')}</span>}
        {names.map(({ shown, stored, of }) => (
          <button
            key={stored}
            type="button"
            className={styles.name}
            onClick={() => onInsert((inFunction) => (of && !inFunction ? `SUM([${shown}])` : `[${shown}]`))}
          >
            {shown}
          </button>
        ))}
      </div>
      <p className={styles.group}>{words('formula.functions')}</p>
      <Input
        allowClear={clear}
        value={wanted}
        aria-label={words('formula.search')}
        placeholder={words('formula.search')}
        onChange={({ target }) => setWanted(target.value)}
      />
      {found.length === 0 && <span className={styles.about}>{words('formula.noFunctions')}</span>}
      {wanted.trim() !== '' && list(found)}
      {wanted.trim() === '' &&
        GROUPS.map((group) => (
          <details key={group} className={styles.functions}>
            <summary className={styles.group}>{words(`formula.group.${group}`)}</summary>
            {list(FUNCTION_HELP.filter((each) => each.group === group))}
          </details>
        ))}
    </div>
  );
}

function Functions({
  functions,
  language,
  onInsert,
}: Omit<FunctionListProps, 'names'> & { functions: FunctionHelp[] }) {
  const words = useTypeWords('formula');
  return (
    <ul>
      {functions.map(({ name, signature, about, example }) => (
        <li key={name}>
          <button
            type="button"
            className={styles.function}
            onClick={() => {
              const { text, back } = callText(name);
              onInsert(text, back);
            }}
          >
            <code className={styles.code}>{signature[language]}</code>
            <span className={styles.about}>{about[language]}</span>
            <span className={styles.about}>{words('formula.example', { example: example[language] })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
