/** One permission group as a sentence. */
import { Button } from 'antd';
import { Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { labelText } from '@/entities/field/label';
import { useEditor } from '@/entities/form/editing/editor';

import type { Group } from './model';
import styles from './rights.module.css';
import { useSentence } from './use-sentence';

interface Props {
  group: Group;
  number: number;
  fault: string | undefined;
  onOpen: () => void;
  onRemove: () => void;
}

export function GroupCard({ group, number, fault, onOpen, onRemove }: Props) {
  const { t } = useTranslation('forms-editor');
  const { language } = useEditor();
  const { main, more } = useSentence(group);
  const name = labelText(group.name, language) || t('rights.one', { number });
  return (
    <section className={styles.group} aria-label={name}>
      <header className={styles.header}>
        <h4 className={styles.name}>{name}</h4>
        <span className={styles.tools}>
          <Button
            type="text"
            icon={<Pencil size={16} aria-hidden />}
            aria-label={t('rights.edit', { name })}
            onClick={onOpen}
          />
          <Button
            type="text"
            icon={<Trash2 size={16} aria-hidden />}
            aria-label={t('rights.remove', { name })}
            onClick={onRemove}
          />
        </span>
      </header>
      <p>{main}</p>
      {more.map((line) => (
        <p key={line} className={styles.about}>
          {line}
        </p>
      ))}
      {fault && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
    </section>
  );
}
