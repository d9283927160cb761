/** The choices of a list: words, order, and many at once from a spreadsheet. */
import { Button, Input, type InputRef } from 'antd';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { Section, Toggle } from '@/components/editing/setting';
import { Tool } from '@/components/editing/tool';
import { otherLanguage } from '@/entities/form/editing/labels';

import type { Choice } from '../../definition';
import { MOST_CHOICES } from '../../editing/limits';
import { useLabelLanguage } from '../../label';
import { useTypeWords } from '../../type-words';

import { addLines, choiceInput, renameChoice } from './choice-names';
import styles from './choices-settings.module.css';

interface Props {
  choices: Choice[];
  /** Values that records may hold already. */
  published: Set<string>;
  error?: string | undefined;
  onChange: (choices: Choice[], about?: string) => void;
}

export function ChoicesSettings({ choices, published, error, onChange }: Props) {
  const { t } = useTranslation('field');
  const words = useTypeWords('choice');
  const language = useLabelLanguage();
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
    while (taken.has(words('new', { number }))) number += 1;
    setFresh(choices.length);
    onChange([...choices, { value: words('new', { number }) }]);
  };

  return (
    <Section title={t('setting.choices')}>
      <ol className={styles.choices}>
        {choices.map((choice, index) => {
          const shown = choiceInput(choice, language, language);
          const name = words('choice.label', { number: index + 1 });
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
                    aria-label={words('choice.other', { number: index + 1 })}
                    placeholder={words('choice.otherPlaceholder')}
                    lang={other}
                    value={choiceInput(choice, other, language)}
                    maxLength={60}
                    onChange={({ target }) =>
                      replace(index, renameChoice(choice, other, target.value, language, true), 'b')
                    }
                  />
                )}
                {choice.value !== shown && (
                  <span className={styles.value}>{words('choice.value', { value: choice.value })}</span>
                )}
              </div>
              <Tool
                label={words('choice.up', { name: shown })}
                disabled={index === 0}
                onClick={() => swap(index, -1)}
              >
                <ArrowUp size={14} />
              </Tool>
              <Tool
                label={words('choice.down', { name: shown })}
                disabled={index === choices.length - 1}
                onClick={() => swap(index, 1)}
              >
                <ArrowDown size={14} />
              </Tool>
              <Tool
                label={words('choice.remove', { name: shown })}
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
          {words('choice.add')}
        </Button>
        <Button size="small" type="text" onClick={() => setMany(true)}>
          {words('choice.many')}
        </Button>
      </div>
      <Toggle label={words('choice.both')} checked={both} onChange={setBoth} />
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
  const words = useTypeWords('choice');
  const [text, setText] = useState('');
  const add = () => {
    onAdd(text);
    setText('');
    onClose();
  };
  return (
    <Dialog
      open={open}
      title={words('choice.many')}
      onClose={onClose}
      footer={
        <Button type="primary" disabled={text.trim() === ''} onClick={add}>
          {words('choice.manyAdd')}
        </Button>
      }
    >
      <p className={styles.manyHint}>{words('choice.manyHint')}</p>
      <Input.TextArea
        className="grows"
        rows={8}
        aria-label={words('choice.many')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
    </Dialog>
  );
}
