/** Fields in the parts of their form: sections that can be folded, tabs, and texts between them. */
import { ChevronDown } from 'lucide-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Tabs } from '@/components/tabs';
import type { Field } from '@/entities/field/definition';
import { labelText, useLabelLanguage } from '@/entities/field/label';

import { columnsIn, USUAL_COLUMNS, type Block, type Columns, type Filled, type Part } from './blocks';
import styles from './laid-out.module.css';
import { useReveal } from './reveal';

interface Props {
  blocks: Block[];
  /** Of the headings of sections. */
  level: 2 | 3;
  /** How many of the fields need attention: told where they are out of sight, and a folded section starts open. */
  marked?: (fields: Field[]) => number;
  children: (fields: Field[], columns: Columns) => ReactNode;
}

export function LaidOut({ blocks, level, marked, children }: Props) {
  return (
    <div className={styles.blocks}>
      {blocks.map((block) => {
        switch (block.kind) {
          case 'fields':
            return <div key="@loose">{children(block.fields, USUAL_COLUMNS)}</div>;
          case 'words':
            return <Words key={block.part.id} label={block.part.text} />;
          case 'section':
            return (
              <Section key={block.part.id} {...block} level={level} count={marked?.(block.fields) ?? 0}>
                {children(block.fields, columnsIn(block.part))}
              </Section>
            );
          case 'tabs':
            return <TabParts key={block.id} tabs={block.tabs} marked={marked} show={children} />;
        }
      })}
    </div>
  );
}

function Words({ label }: { label: Part['text'] }) {
  const text = labelText(label, useLabelLanguage());
  return text.trim() === '' ? null : <p className={styles.text}>{text}</p>;
}

interface SectionProps {
  part: Part;
  level: 2 | 3;
  count: number;
  children: ReactNode;
}

function Section({ part, level, count, children }: SectionProps) {
  const id = useId();
  const language = useLabelLanguage();
  const [open, setOpen] = useState(part.collapsed !== true || count > 0);
  const root = useRef<HTMLElement>(null);
  useReveal(root, (panel) => {
    panel.hidden = false;
    setOpen(true);
  });
  const name = labelText(part.name, language);
  const Heading = `h${level}` as const;
  if (name === '') {
    return (
      <div className={styles.section}>
        <Words label={part.hint} />
        {children}
      </div>
    );
  }
  return (
    <section ref={root} className={styles.section} aria-labelledby={`${id}-name`}>
      <Heading className={styles.heading}>
        <button
          type="button"
          className={styles.head}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <ChevronDown size={16} aria-hidden="true" className={styles.chevron} />
          <span id={`${id}-name`}>{name}</span>
          {!open && <Mark count={count} />}
        </button>
      </Heading>
      <div id={id} data-panel="section" hidden={!open}>
        <div className={styles.inside}>
          <Words label={part.hint} />
          {children}
        </div>
      </div>
    </section>
  );
}

interface TabsProps {
  tabs: Filled[];
  marked: Props['marked'];
  show: Props['children'];
}

function TabParts({ tabs, marked, show }: TabsProps) {
  const { t } = useTranslation('components');
  const id = useId();
  const language = useLabelLanguage();
  const [wanted, setWanted] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const chosen = tabs.some(({ part }) => part.id === wanted) ? wanted : (tabs[0]?.part.id ?? '');
  useReveal(root, (panel) => {
    for (const each of root.current?.querySelectorAll<HTMLElement>('[data-panel]') ?? []) {
      each.hidden = each !== panel;
    }
    setWanted(panel.dataset.panel ?? '');
  });
  return (
    <div ref={root} className={styles.tabs}>
      <Tabs
        id={id}
        className={styles.bar}
        label={t('layout.tabs')}
        tabs={tabs.map(({ part, fields }) => ({
          value: part.id,
          label: labelText(part.name, language),
          mark: part.id === chosen ? null : <Mark count={marked?.(fields) ?? 0} />,
        }))}
        value={chosen}
        onChange={setWanted}
        controls={(value) => `${id}-panel-${value}`}
      />
      {tabs.map(({ part, fields }) => (
        <div
          key={part.id}
          id={`${id}-panel-${part.id}`}
          data-panel={part.id}
          role="tabpanel"
          aria-labelledby={`${id}-${part.id}`}
          hidden={part.id !== chosen}
        >
          <div className={styles.inside}>
            <Words label={part.hint} />
            {show(fields, columnsIn(part))}
          </div>
        </div>
      ))}
    </div>
  );
}

function Mark({ count }: { count: number }) {
  const { t } = useTranslation('components');
  return count > 0 ? <span className={styles.mark}>{t('layout.marked', { count })}</span> : null;
}
