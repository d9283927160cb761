/** Adding a rule: the kinds there are, each with a sentence on whom it finds, or why it does not suit this form. */
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { FlowField, RuleType } from '../model/types';

import styles from './add-rule.module.css';
import { readable } from './rule-model';
import type { Use } from './rule-text';
import { RULES } from './rule-types';

interface Props {
  use: Use;
  fields: FlowField[];
  full: boolean;
  onAdd: (type: RuleType) => void;
}

export function AddRule({ use, fields, full, onAdd }: Props) {
  const { t } = useTranslation('flows-editor');
  const [open, setOpen] = useState(false);
  const menu = useId();
  const button = useRef<HTMLButtonElement>(null);
  const kinds = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (open) kinds.current?.querySelector<HTMLElement>('button:enabled')?.focus();
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div>
      <Button
        ref={button}
        icon={<Plus size={15} aria-hidden="true" />}
        disabled={full}
        aria-expanded={open}
        aria-controls={menu}
        onClick={() => setOpen(!open)}
      >
        {t(`rules.add.${use}`)}
      </Button>
      {full && <p className={styles.full}>{t('rules.full')}</p>}
      {open && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc takes the list away, it gives nothing.
        <ul
          ref={kinds}
          id={menu}
          className={styles.kinds}
          aria-label={t('rules.kinds')}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            event.preventDefault();
            close();
          }}
        >
          {RULES.map(({ type, icon: Icon }) => {
            const unsuitable = readable(type, fields)?.length === 0;
            return (
              <li key={type}>
                <button
                  type="button"
                  className={styles.kind}
                  disabled={unsuitable}
                  onClick={() => {
                    setOpen(false);
                    button.current?.focus();
                    onAdd(type);
                  }}
                >
                  <Icon size={18} strokeWidth={1.8} aria-hidden="true" className={styles.icon} />
                  <span className={styles.name}>{t(`rules.kind.${type}`)}</span>
                  <span className={styles.about}>
                    {unsuitable ? t(`rules.lacks.${type as 'field' | 'choice'}`) : t(`rules.about.${type}`)}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
