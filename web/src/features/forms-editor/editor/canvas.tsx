/** The form as it will look, part by part and field by field; where something that is dragged would land there is a line. */
import { FilePlus2 } from 'lucide-react';
import { useMemo, useRef, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '@/components/empty-state';
import { labelText } from '@/entities/field/label';
import { useEditor } from '@/entities/form/editing/editor';
import { groupsOf, type Group } from '@/entities/form/layout/blocks';

import styles from './canvas.module.css';
import { dragged, isDrag, isPartDrag } from './dragging';
import { FieldCard } from './field-card';
import { PartCard } from './part-card';
import { LandingContext, useLanding, type Landing } from './use-landing';

export function Canvas({ adding }: { adding?: ReactNode }) {
  const { t } = useTranslation('forms-editor');
  const { definition, language, selected, part, select } = useEditor();
  const canvas = useRef<HTMLDivElement>(null);
  const landing = useLanding(canvas);
  const description = labelText(definition.description, language);
  const groups = useMemo(() => groupsOf(definition.layout, definition.fields), [definition]);
  const holding = groups.filter((group) => group.part?.kind !== 'text');
  const empty = definition.fields.length === 0 && groups.length === 1;

  const over = (event: DragEvent) => {
    if (!isDrag(event) && !isPartDrag(event)) return;
    event.preventDefault();
    landing.over(isPartDrag(event), event.clientY);
  };
  const drop = (event: DragEvent) => {
    const what = dragged(event);
    if (!what) {
      landing.leave();
      return;
    }
    event.preventDefault();
    landing.drop(what, event.clientY);
  };

  return (
    <LandingContext value={landing}>
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- only a place to drop; keys add and move things, too. */}
      <div
        ref={canvas}
        className={styles.canvas}
        onDragOver={over}
        onDrop={drop}
        onDragLeave={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) landing.leave();
        }}
      >
        <button
          type="button"
          className={styles.head}
          data-selected={selected === null && part === null}
          onClick={() => select(null)}
        >
          <span className={styles.name}>{labelText(definition.name, language) || t('form.unnamed')}</span>
          <span className={styles.description}>{description || t('form.settingsHint')}</span>
        </button>
        {empty ? (
          <div className={styles.empty} data-over={landing.spot !== null || landing.gap !== null}>
            <EmptyState
              icon={FilePlus2}
              title={t('canvas.empty')}
              hint={t('canvas.emptyHint')}
              action={adding}
            />
          </div>
        ) : (
          <>
            {groups.map((group, index) => (
              <Zone
                key={group.part?.id ?? ''}
                group={group}
                index={index - 1}
                count={groups.length - 1}
                first={group === holding[0]}
                last={group === holding.at(-1)}
                landing={landing}
              />
            ))}
            {adding && <div className={styles.adding}>{adding}</div>}
          </>
        )}
      </div>
    </LandingContext>
  );
}

interface ZoneProps {
  group: Group;
  /** Among the parts. */
  index: number;
  count: number;
  first: boolean;
  last: boolean;
  landing: Landing;
}

function Zone({ group, index, count, first, last, landing }: ZoneProps) {
  const { t } = useTranslation('forms-editor');
  const { language } = useEditor();
  const { part, fields } = group;
  const name = part ? labelText(part.name, language) || t(`layout.${part.kind}`) : t('canvas.label');
  const at = landing.spot?.part === (part?.id ?? null) ? landing.spot.index : null;
  const gap =
    part === null || landing.gap === null
      ? undefined
      : landing.gap === index
        ? 'above'
        : landing.gap === count && index === count - 1
          ? 'below'
          : undefined;
  return (
    <div className={styles.zone} data-zone={part?.id ?? ''} data-holds={part?.kind} data-gap={gap}>
      {part && <PartCard part={part} name={name} index={index} count={count} />}
      {fields.length > 0 ? (
        <ol className={styles.fields} aria-label={name}>
          {fields.map((field, place) => (
            <FieldCard
              key={field.id}
              field={field}
              gap={at === place ? 'above' : at === place + 1 ? 'below' : undefined}
              first={first && place === 0}
              last={last && place === fields.length - 1}
            />
          ))}
        </ol>
      ) : (
        (part?.kind === 'section' || part?.kind === 'tab') && (
          <p className={styles.room} data-over={at !== null}>
            {t('layout.room')}
          </p>
        )
      )}
    </div>
  );
}
