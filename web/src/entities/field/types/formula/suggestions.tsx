/** Fields and functions that complete what is being typed: by arrows and Enter, by mouse, and by touch. */
import { useEffect, useRef } from 'react';

import { useTypeWords } from '../../type-words';

import type { Suggestion } from './completion';
import styles from './formula-settings.module.css';

interface SuggestionsProps {
  id: string;
  suggestions: Suggestion[];
  chosen: number;
  onTake: (suggestion: Suggestion) => void;
}

export function Suggestions({ id, suggestions, chosen, onTake }: SuggestionsProps) {
  const words = useTypeWords('formula');
  const list = useRef<HTMLDivElement>(null);
  const key = suggestions[chosen]?.key;
  // The arrows go further than the list shows, and the list begins where the settings may end.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [key]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={words('formula.suggestions')}
      className={styles.suggestions}
    >
      {suggestions.map((suggestion, index) => (
        <div
          key={suggestion.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={styles.suggestion}
          // The text keeps the focus: on a phone its keyboard would go away.
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(suggestion);
          }}
        >
          <span className={styles.code}>{suggestion.label}</span>
          <span className={styles.about}>{suggestion.about}</span>
        </div>
      ))}
    </div>
  );
}
