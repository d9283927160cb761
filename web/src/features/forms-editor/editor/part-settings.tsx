/** Everything that can be set about a part of the layout. */
import { PanelTop, Rows3, Text } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { Section, Toggle } from '@/components/editing/setting';
import { Segmented } from '@/components/segmented';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor, faultsBelow } from '@/entities/form/editing/faults';
import { partIndex } from '@/entities/form/editing/layout-changes';
import { columnsIn, type Columns, type Part } from '@/entities/form/layout/blocks';
import { withOption } from '@/lib/editing/omit';

import { LabelSetting } from './label-setting';
import headings from './properties.module.css';

const ICONS = { section: Rows3, tab: PanelTop, text: Text };
const COLUMNS = ['1', '2', '3'] as const;

export function PartSettings({ part }: { part: Part }) {
  const { t } = useTranslation('forms-editor');
  const { definition, language, faults: all, changePart } = useEditor();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector<HTMLInputElement>('input, textarea')?.select(), []);
  const faults = faultsBelow(all, `layout/parts/${String(partIndex(definition, part.id))}`);
  const Icon = ICONS[part.kind];
  return (
    <div ref={root} className={headings.properties}>
      <header className={headings.header}>
        <h2 className={headings.title}>
          <Icon size={16} aria-hidden="true" />
          {t(`layout.${part.kind}`)}
        </h2>
        <p className={headings.about}>{t(`layout.about.${part.kind}`)}</p>
      </header>
      <Section title={t('setting.basics')}>
        {part.kind === 'text' ? (
          <LabelSetting
            label={t('layout.words')}
            otherLabel={t('layout.wordsOther')}
            value={part.text}
            language={language}
            maxLength={2000}
            multiline
            error={faultFor(faults, 'text')}
            onChange={(text) => changePart(withOption(part, 'text', text || undefined), 'text')}
          />
        ) : (
          <>
            <LabelSetting
              label={t(part.kind === 'tab' ? 'setting.name' : 'layout.nameOptional')}
              otherLabel={t('setting.nameOther')}
              value={part.name}
              language={language}
              maxLength={100}
              error={faultFor(faults, 'name')}
              onChange={(name) => changePart(withOption(part, 'name', name || undefined), 'name')}
            />
            <LabelSetting
              label={t('layout.hint')}
              otherLabel={t('layout.hintOther')}
              value={part.hint}
              language={language}
              maxLength={1000}
              multiline
              error={faultFor(faults, 'hint')}
              onChange={(hint) => changePart(withOption(part, 'hint', hint || undefined), 'hint')}
            />
            <div>
              <p className={headings.subject}>{t('layout.columns')}</p>
              <Segmented
                label={t('layout.columns')}
                value={COLUMNS[columnsIn(part) - 1] ?? '2'}
                options={COLUMNS.map((value) => ({
                  value,
                  label: t('layout.columnCount', { count: Number(value) }),
                }))}
                onChange={(value) => changePart({ ...part, columns: Number(value) as Columns })}
              />
              <p className={headings.note}>{t('layout.columnsHint')}</p>
            </div>
            {part.kind === 'section' && (
              <Toggle
                label={t('layout.collapsed')}
                checked={part.collapsed === true}
                onChange={(collapsed) => changePart(withOption(part, 'collapsed', collapsed || undefined))}
              />
            )}
          </>
        )}
      </Section>
    </div>
  );
}
