/** One stage field: the stages of its pipeline with the one that the record stands in. A press moves it, or says why not. */
import { Button } from 'antd';
import { Check, History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { DateText } from '@/components/date-text';
import type { Field, Stage } from '@/entities/field/definition';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import {
  colorOf,
  pipelineName,
  pipelineOf,
  pipelinesOf,
  stageName,
} from '@/entities/field/types/stage/stages';
import type { StoredRecord } from '@/entities/record/api';

import type { StageState } from './api';
import { MoveDialog } from './move-dialog';
import { spanText } from './span-text';
import styles from './stage-bar.module.css';
import { StageHistory } from './stage-history';

interface Props {
  record: StoredRecord;
  field: Field;
  /** Of the whole form. */
  fields: Field[];
  state: StageState;
}

/** Pixels. */
const BEFORE = 40;

type Reason = Exclude<StageState['moves'][number]['reason'], ''>;

export function StageBar({ record, field, fields, state }: Props) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const [moving, setMoving] = useState<Stage | null>(null);
  const [refused, setRefused] = useState<{ stage: string; reason: Reason } | null>(null);
  const [history, setHistory] = useState(false);
  const name = labelText(field.name, language);
  const pipeline = pipelineOf(field, state.stage);
  const stages = pipeline?.stages ?? [];
  const here = stages.findIndex(({ value }) => value === state.stage);
  const others = pipelinesOf(field).filter((each) => each !== pipeline);
  const press = (stage: Stage) => {
    const move = state.moves.find(({ to }) => to === stage.value);
    setRefused(null);
    if (!move) return;
    if (move.reason === '') setMoving(stage);
    else setRefused({ stage: stage.value, reason: move.reason });
  };
  const span = {
    time: spanText(state.seconds, language),
    working: spanText(state.working_seconds, language),
  };
  return (
    <Card
      title={name}
      extra={
        <Button size="small" type="text" icon={<History size={14} />} onClick={() => setHistory(true)}>
          {t('stages.history')}
        </Button>
      }
    >
      {here < 0 && state.stage !== '' && (
        <p className={styles.gone}>{stageName(field, state.stage, language)}</p>
      )}
      <ol className={styles.bar} aria-label={t('stages.steps', { name })}>
        {stages.map((stage, index) => {
          const allowed = state.moves.find(({ to }) => to === stage.value)?.allowed ?? false;
          const passed = index < here && (stages[here]?.kind ?? 'open') !== 'lost';
          return (
            <li key={stage.value} className={styles.item} ref={index === here ? inSight : null}>
              <button
                type="button"
                className={styles.step}
                data-color={colorOf(stage)}
                data-passed={passed}
                data-allowed={allowed}
                aria-current={index === here ? 'step' : undefined}
                title={index === here ? t('stages.current') : undefined}
                onClick={() => press(stage)}
              >
                {passed && <Check size={13} aria-label={t('stages.passed')} />}
                {stageName(field, stage.value, language)}
              </button>
            </li>
          );
        })}
      </ol>
      <p className={styles.about} role="status">
        {refused
          ? t(`stages.why.${refused.reason}`, { stage: stageName(field, refused.stage, language) })
          : state.since !== '' && t('stages.stay', span)}
      </p>
      {state.due_at !== '' && (
        <p className={state.overdue ? styles.overdue : styles.about}>
          <Due state={state} />
        </p>
      )}
      {others.map((each) => {
        const [first] = each.stages;
        return (
          first &&
          state.moves.some(({ to, allowed }) => to === first.value && allowed) && (
            <Button key={each.value} size="small" type="link" onClick={() => press(first)}>
              {t('stages.other', { pipeline: pipelineName(each, language) })}
            </Button>
          )
        );
      })}
      {moving && (
        <MoveDialog
          record={record}
          field={field}
          fields={fields}
          stage={moving}
          onClose={() => setMoving(null)}
        />
      )}
      {history && (
        <StageHistory record={record} field={field} fields={fields} onClose={() => setHistory(false)} />
      )}
    </Card>
  );
}

/** On a phone the bar is longer than the screen: it begins shortly before the stage of now. */
function inSight(item: HTMLElement | null): void {
  const bar = item?.parentElement;
  if (bar) bar.scrollLeft = item.offsetLeft - BEFORE;
}

/** The sentence with its moment inside, wherever the language has it. */
function Due({ state }: { state: StageState }) {
  const { t } = useTranslation('forms');
  const [before = '', after = ''] = t(state.overdue ? 'stages.overdue' : 'stages.due', {
    time: '\u0000',
  }).split('\u0000');
  return (
    <>
      {before}
      <DateText value={state.due_at} />
      {after}
    </>
  );
}
