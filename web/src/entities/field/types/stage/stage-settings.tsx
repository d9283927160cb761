/** Pipelines with their stages in order, where the records of removed stages go, and the amount that history keeps. */
import { Button, Input, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Section, Setting } from '@/components/editing/setting';
import { Tool } from '@/components/editing/tool';
import { useClear } from '@/components/use-clear';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor } from '@/entities/form/editing/faults';
import { withOption } from '@/lib/editing/omit';

import type { Pipeline } from '../../definition';
import type { SettingsProps } from '../../editing/field-design';
import { labelText, useLabelLanguage } from '../../label';
import { isFigure } from '../../registry';
import { useTypeWords } from '../../type-words';
import { choiceInput, choiceText, renameChoice } from '../choice/choice-names';

import { StageList } from './stage-list';
import styles from './stage-settings.module.css';
import { freeValue, MOST_PIPELINES, pipelinesOf, removedStages, stagesOf, withMoved } from './stages';

export function StageSettings(props: SettingsProps) {
  const { field, before, faults, onChange } = props;
  const { t } = useTranslation('field');
  const words = useTypeWords('stage');
  const language = useLabelLanguage();
  const clear = useClear();
  const { definition } = useEditor();
  const options = field.options ?? {};
  const pipelines = pipelinesOf(field);
  const published = new Set(before?.options?.pipelines?.map(({ value }) => value));
  const set = (next: Pipeline[], about?: string) => onChange({ ...options, pipelines: next }, about);
  const add = () => {
    const value = freeValue(
      pipelines.map((each) => each.value),
      (number) => words('new.pipeline', { number: number + 1 }),
    );
    const stage = freeValue(
      stagesOf(field).map((each) => each.value),
      (number) => words('new.stage', { number }),
    );
    set([...pipelines, { value, stages: [{ value: stage }] }]);
  };
  const removed = removedStages(field, before);
  const amounts = definition.fields.filter((each) => isFigure(each) && each.id !== field.id);
  return (
    <>
      {pipelines.map((pipeline, at) => (
        <Section
          key={at}
          title={pipelines.length > 1 ? words('pipeline.number', { number: at + 1 }) : words('pipeline.only')}
        >
          {pipelines.length > 1 && (
            <div className={styles.name}>
              <Input
                aria-label={words('pipeline.name', { number: at + 1 })}
                value={choiceInput(pipeline, language, language)}
                maxLength={60}
                onChange={({ target }) =>
                  set(
                    pipelines.map((each, index) =>
                      index === at
                        ? renameChoice(each, language, target.value, language, published.has(each.value))
                        : each,
                    ),
                    `pipeline${at}`,
                  )
                }
              />
              <Tool
                label={words('pipeline.remove', { name: choiceText(pipeline, language) })}
                onClick={() => set(pipelines.filter((_, index) => index !== at))}
              >
                <X size={14} />
              </Tool>
            </div>
          )}
          <StageList {...props} at={at} pipeline={pipeline} />
          {at === pipelines.length - 1 && (
            <div className={styles.actions}>
              <Button
                size="small"
                type="text"
                icon={<Plus size={14} />}
                disabled={pipelines.length >= MOST_PIPELINES}
                onClick={add}
              >
                {words('pipeline.add')}
              </Button>
            </div>
          )}
        </Section>
      ))}
      {removed.length > 0 && (
        <Section title={words('moved.title')}>
          {removed.map((stage) => (
            <Setting
              key={stage.value}
              label={words('moved.to', { name: choiceText(stage, language) })}
              error={options.moved?.[stage.value] ? undefined : faultFor(faults, 'options/moved')}
            >
              {(input) => (
                <Select
                  {...input}
                  value={options.moved?.[stage.value] ?? null}
                  placeholder={words('moved.choose')}
                  options={stagesOf(field).map((each) => ({
                    value: each.value,
                    label: choiceText(each, language),
                  }))}
                  onChange={(to: string) =>
                    onChange(withMoved(options, { ...options.moved, [stage.value]: to }))
                  }
                />
              )}
            </Setting>
          ))}
        </Section>
      )}
      <Section title={words('history')}>
        <Setting
          label={words('amount')}
          hint={words('amountHint')}
          error={faultFor(faults, 'options/amount')}
        >
          {(input) => (
            <Select
              {...input}
              allowClear={clear}
              value={options.amount ?? null}
              placeholder={t('setting.noDefault')}
              options={amounts.map((each) => ({ value: each.id, label: labelText(each.name, language) }))}
              onChange={(amount: string | undefined) => onChange(withOption(options, 'amount', amount))}
            />
          )}
        </Setting>
      </Section>
    </>
  );
}
