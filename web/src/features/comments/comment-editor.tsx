/** Where a comment is written: @ offers colleagues, Ctrl+Enter sends. */
import { Button, Mentions } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ProblemNote } from '@/components/problem-note';
import { useColleagues } from '@/entities/member/search';

import type { Said } from './api';
import { mentionedIn } from './comment-parts';
import styles from './comments.module.css';

const LONGEST = 5_000;

interface Person {
  id: string;
  name: string;
}

interface Props {
  /** Changing what was written: its text, and who is mentioned in it. */
  initial?: { text: string; people: Person[] };
  busy: boolean;
  error: Error | null;
  onSend: (said: Said) => void;
  onCancel?: () => void;
}

export function CommentEditor({ initial, busy, error, onSend, onCancel }: Props) {
  const { t } = useTranslation(['comments', 'components']);
  const [text, setText] = useState(initial?.text ?? '');
  const [people, setPeople] = useState<Person[]>(initial?.people ?? []);
  const [search, setSearch] = useState('');
  const { found, busy: searching } = useColleagues(search);
  const empty = text.trim() === '';
  const send = () => {
    if (!empty && !busy) onSend({ text, mentions: mentionedIn(text, people) });
  };
  return (
    <div className={styles.editor}>
      <Mentions
        aria-label={t('comments:label')}
        placeholder={t('comments:placeholder')}
        className={styles.input ?? ''}
        maxLength={LONGEST}
        value={text}
        loading={searching}
        filterOption={false}
        notFoundContent={t('components:people.none')}
        options={found.map(({ id, name, department }) => ({
          key: id,
          value: name,
          label: department ? `${name} · ${department}` : name,
        }))}
        onChange={setText}
        onSearch={setSearch}
        onSelect={({ key, value }) => setPeople([...people, { id: key ?? '', name: value ?? '' }])}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send();
        }}
      />
      <ProblemNote error={error} />
      {(onCancel ?? !empty) && (
        <div className={styles.buttons}>
          <Button type="primary" size="small" loading={busy} disabled={empty} onClick={send}>
            {t(initial ? 'comments:save' : 'comments:send')}
          </Button>
          {onCancel && (
            <Button size="small" onClick={onCancel}>
              {t('components:cancel')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
