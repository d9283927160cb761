/** The choices of a list: words, order, and many at once from a spreadsheet. */
import { Button, Input, type InputRef } from 'antd';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { Section, Toggle } from '@/components/editing/setting';
import { Tool } from '@/components/editing/tool';
import type { Choice } from '@/entities/field/definition';

import { useEditor } from '../editor/editor';
import { MOST_CHOICES } from '../model/catalogue';
import { addLines, choiceInput, renameChoice } from '../model/choices';
import { otherLanguage } from '../model/labels';

import styles from './choices-settings.module.css';

interface Props {
  choices: Choice[];
  /** Values that records may hold already. */
  published: Set<string>;
  error?: string | undefined;
  onChange: (choices: Choice[], about?: string) => void;
}

export function ChoicesSettings({ choices, published, error, onChange }: Props) {
  const { t } = useTranslation('forms-editor');
  const { language } = useEditor();
  const other = otherLanguage(language);
  const [both, setBoth] = useState(choices.some((choice) => choiceInput(choice, other, language) !== ''));
  const [many, setMany] = useState(false);
  const [fresh, setFresh] = useState(-1);

  const replace = (index: number, choice: Choice, about: string) =>
    onChange(
      choices.map((each, at) => (at === index ? choice : each)),
      `choice${index}${about}`,
    );
  const swap = (index: number, by: number) => {
    const next = [...choices];
    const [moved] = next.splice(index, 1);
    if (moved) next.splice(index + by, 0, moved);
    onChange(next);
  };
  const add = () => {
    const taken = new Set(choices.map(({ value }) => value));
    let number = choices.length + 1;
    while (taken.has(t('new.choice', { number }))) number += 1;
    setFresh(choices.length);
    onChange([...choices, { value: t('new.choice', { number }) }]);
  };

  return (
    <Section title={t('setting.choices')}>
      <ol className={styles.choices}>
        {choices.map((choice, index) => {
          const shown = choiceInput(choice, language, language);
          const name = t('choice.label', { number: index + 1 });
          return (
            <li key={index} className={styles.choice}>
              <div className={styles.texts}>
                <Input
                  ref={index === fresh ? focus : null}
                  aria-label={name}
                  value={shown}
                  maxLength={60}
                  onChange={({ target }) =>
                    replace(
                      index,
                      renameChoice(choice, language, target.value, language, published.has(choice.value)),
                      'a',
                    )
                  }
                  onPressEnter={add}
                />
                {both && (
                  <Input
                    aria-label={t('choice.other', { number: index + 1 })}
                    placeholder={t('choice.otherPlaceholder')}
                    lang={other}
                    value={choiceInput(choice, other, language)}
                    maxLength={60}
                    onChange={({ target }) =>
                      replace(index, renameChoice(choice, other, target.value, language, true), 'b')
                    }
                  />
                )}
                {choice.value !== shown && (
                  <span className={styles.value}>{t('choice.value', { value: choice.value })}</span>
                )}
              </div>
              <Tool
                label={t('choice.up', { name: shown })}
                disabled={index === 0}
                onClick={() => swap(index, -1)}
              >
                <ArrowUp size={14} />
              </Tool>
              <Tool
                label={t('choice.down', { name: shown })}
                disabled={index === choices.length - 1}
                onClick={() => swap(index, 1)}
              >
                <ArrowDown size={14} />
              </Tool>
              <Tool
                label={t('choice.remove', { name: shown })}
                disabled={choices.length === 1}
                onClick={() => onChange(choices.filter((_, at) => at !== index))}
              >
                <X size={14} />
              </Tool>
            </li>
          );
        })}
      </ol>
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <div className={styles.actions}>
        <Button
          size="small"
          icon={<Plus size={14} />}
          disabled={choices.length >= MOST_CHOICES}
          onClick={add}
        >
          {t('choice.add')}
        </Button>
        <Button size="small" type="text" onClick={() => setMany(true)}>
          {t('choice.many')}
        </Button>
      </div>
      <Toggle label={t('choice.both')} checked={both} onChange={setBoth} />
      <ManyDialog
        open={many}
        onClose={() => setMany(false)}
        onAdd={(text) => onChange(addLines(choices, text, MOST_CHOICES))}
      />
    </Section>
  );
}

/** The words of a choice that was just added are to be replaced. */
function focus(input: InputRef | null): void {
  input?.focus({ cursor: 'all' });
}

function ManyDialog({
  open,
  onClose,
  onAdd,
}: {
  open: boolean;
  onClose: () => void;
  onAdd: (text: string) => void;
}) {
  const { t } = useTranslation('forms-editor');
  const [text, setText] = useState('');
  const add = () => {
    onAdd(text);
    setText('');
    onClose();
  };
  return (
    <Dialog
      open={open}
      title={t('choice.many')}
      onClose={onClose}
      footer={
        <Button type="primary" disabled={text.trim() === ''} onClick={add}>
          {t('choice.manyAdd')}
        </Button>
      }
    >
      <p className={styles.manyHint}>{t('choice.manyHint')}</p>
      <Input.TextArea
        className="grows"
        rows={8}
        aria-label={t('choice.many')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
    </Dialog>
  );
}
