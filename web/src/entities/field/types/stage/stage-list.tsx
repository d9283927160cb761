/** The stages of one pipeline: their names and order; everything else of a stage is set in its own dialog. */
import { Button, Input } from 'antd';
import { ArrowDown, ArrowUp, Plus, Settings2, X } from 'lucide-react';
import { useState } from 'react';

import { Tool } from '@/components/editing/tool';
import { faultFor } from '@/entities/form/editing/faults';

import type { Pipeline, Stage } from '../../definition';
import type { SettingsProps } from '../../editing/field-design';
import { useLabelLanguage } from '../../label';
import { useTypeWords } from '../../type-words';
import { choiceInput, renameChoice } from '../choice/choice-names';

import { StageDialog } from './stage-dialog';
import styles from './stage-settings.module.css';
import textStyles from './stage-text.module.css';
import { colorOf, freeValue, MOST_STAGES, stagesOf, withoutStage, withStage } from './stages';

interface Props extends SettingsProps {
  at: number;
  pipeline: Pipeline;
}

export function StageList({ at, pipeline, ...props }: Props) {
  const { field, before, faults, onChange } = props;
  const words = useTypeWords('stage');
  const language = useLabelLanguage();
  const [open, setOpen] = useState(-1);
  const options = field.options ?? {};
  const { stages } = pipeline;
  const published = new Set(before ? stagesOf(before).map(({ value }) => value) : []);
  const place = (next: Stage[], about?: string) =>
    onChange(
      {
        ...options,
        pipelines: (options.pipelines ?? []).map((each, index) =>
          index === at ? { ...each, stages: next } : each,
        ),
      },
      about,
    );
  const swap = (index: number, by: number) => {
    const next = [...stages];
    const [moved] = next.splice(index, 1);
    if (moved) next.splice(index + by, 0, moved);
    place(next);
  };
  const taken = stagesOf(field).map(({ value }) => value);
  const add = () => {
    place([...stages, { value: freeValue(taken, (number) => words('new.stage', { number })) }]);
  };
  const opened = stages[open];
  return (
    <>
      <ol className={styles.stages}>
        {stages.map((stage, index) => {
          const shown = choiceInput(stage, language, language);
          const fault = faultFor(faults, `options/pipelines/${at}/stages/${index}`);
          return (
            <li key={index} className={styles.stage}>
              <div className={styles.row}>
                <span
                  className={`${textStyles.stage} ${styles.number}`}
                  data-color={colorOf(stage)}
                  aria-hidden="true"
                >
                  {index + 1}
                </span>
                <Input
                  aria-label={words('stage.label', { number: index + 1 })}
                  value={shown}
                  maxLength={60}
                  status={fault ? 'error' : ''}
                  onChange={({ target }) =>
                    onChange(
                      withStage(
                        options,
                        stage.value,
                        // While it says what another says, it keeps the value that it had: values tell stages apart.
                        renameChoice(
                          stage,
                          language,
                          target.value,
                          language,
                          published.has(stage.value) || taken.includes(target.value),
                        ),
                      ),
                      `stage${at}.${index}`,
                    )
                  }
                />
                <Tool label={words('stage.settings', { name: shown })} onClick={() => setOpen(index)}>
                  <Settings2 size={14} />
                </Tool>
                <Tool
                  label={words('stage.up', { name: shown })}
                  disabled={index === 0}
                  onClick={() => swap(index, -1)}
                >
                  <ArrowUp size={14} />
                </Tool>
                <Tool
                  label={words('stage.down', { name: shown })}
                  disabled={index === stages.length - 1}
                  onClick={() => swap(index, 1)}
                >
                  <ArrowDown size={14} />
                </Tool>
                <Tool
                  label={words('stage.remove', { name: shown })}
                  disabled={stages.length === 1}
                  onClick={() => onChange(withoutStage(options, stage.value))}
                >
                  <X size={14} />
                </Tool>
              </div>
              {fault && (
                <p className={styles.error} role="alert">
                  {fault}
                </p>
              )}
            </li>
          );
        })}
      </ol>
      <Button size="small" icon={<Plus size={14} />} disabled={stages.length >= MOST_STAGES} onClick={add}>
        {words('stage.add')}
      </Button>
      {opened && (
        <StageDialog
          field={field}
          pipeline={pipeline}
          stage={opened}
          faults={faults
            .filter(({ setting }) => setting.startsWith(`options/pipelines/${at}/stages/${open}/`))
            .map((fault) => ({ ...fault, setting: fault.setting.split('/').slice(5).join('/') }))}
          onChange={(next, about) =>
            onChange(withStage(options, opened.value, next), `stage${at}.${open}.${about}`)
          }
          onClose={() => setOpen(-1)}
        />
      )}
    </>
  );
}
