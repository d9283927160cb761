/** Everything about one stage beyond its name and place: what it is, what it asks for, who may move there, how long. */
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { Section, Setting, Toggle, WholeSetting } from '@/components/editing/setting';
import { useClear } from '@/components/use-clear';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor, type Fault } from '@/entities/form/editing/faults';
import { otherLanguage } from '@/entities/form/editing/labels';
import { withOption } from '@/lib/editing/omit';

import { STAGE_KINDS, type Field, type Pipeline, type Stage } from '../../definition';
import { labelText, useLabelLanguage } from '../../label';
import { useTypeWords } from '../../type-words';
import { choiceInput, choiceText, renameChoice } from '../choice/choice-names';

import { StageEntry } from './stage-entry';
import { StageMovers } from './stage-movers';
import styles from './stage-settings.module.css';
import textStyles from './stage-text.module.css';
import { colorOf, COLORS } from './stages';

interface Props {
  field: Field;
  pipeline: Pipeline;
  stage: Stage;
  /** Of this stage, by setting. */
  faults: Fault[];
  onChange: (stage: Stage, about: string) => void;
  onClose: () => void;
}

export function StageDialog({ field, pipeline, stage, faults, onChange, onClose }: Props) {
  const { t } = useTranslation('components');
  const words = useTypeWords('stage');
  const language = useLabelLanguage();
  const other = otherLanguage(language);
  const clear = useClear();
  const { definition } = useEditor();
  const name = choiceText(stage, language);
  const others = definition.fields.filter(({ id }) => id !== field.id);
  const fields = others.map((each) => ({ value: each.id, label: labelText(each.name, language) || each.id }));
  const set = <K extends keyof Stage>(key: K, value: Stage[K] | undefined) =>
    onChange(withOption(stage, key, value), key);
  return (
    <Dialog
      open
      place="side"
      title={words('stage.settings', { name })}
      onClose={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      <div className={styles.settings}>
        <Section title={words('basics')}>
          <Setting label={words('stage.other')}>
            {(input) => (
              <Input
                {...input}
                lang={other}
                maxLength={60}
                value={choiceInput(stage, other, language)}
                onChange={({ target }) =>
                  onChange(renameChoice(stage, other, target.value, language, true), 'other')
                }
              />
            )}
          </Setting>
          <div className={styles.colors} role="group" aria-label={words('color')}>
            {COLORS.map((color) => (
              <button
                key={color}
                type="button"
                className={styles.color}
                aria-label={words(`colors.${color}`)}
                aria-pressed={colorOf(stage) === color}
                onClick={() => set('color', color)}
              >
                <span className={textStyles.stage} data-color={color}>
                  {words(`colors.${color}`)}
                </span>
              </button>
            ))}
          </div>
          <Setting label={words('kind')} hint={words('kindHint')}>
            {(input) => (
              <Select
                {...input}
                value={stage.kind ?? 'open'}
                options={STAGE_KINDS.map((value) => ({ value, label: words(`kinds.${value}`) }))}
                onChange={(kind) => set('kind', kind === 'open' ? undefined : kind)}
              />
            )}
          </Setting>
          <WholeSetting
            label={words('probability')}
            value={stage.probability}
            most={100}
            onChange={(probability) => set('probability', probability)}
          />
          <WholeSetting
            label={words('sla')}
            hint={words('slaHint')}
            value={stage.sla_hours}
            least={1}
            most={5000}
            onChange={(hours) => set('sla_hours', hours)}
          />
        </Section>
        <Section title={words('gate')}>
          <Setting label={words('required')} error={faultFor(faults, 'required')}>
            {(input) => (
              <Select
                {...input}
                mode="multiple"
                value={stage.required ?? []}
                options={fields}
                onChange={(ids: string[]) => set('required', ids.length > 0 ? ids : undefined)}
              />
            )}
          </Setting>
          <Setting label={words('reason')} hint={words('reasonHint')} error={faultFor(faults, 'reason')}>
            {(input) => (
              <Select
                {...input}
                allowClear={clear}
                value={stage.reason ?? null}
                options={fields}
                onChange={(id: string | undefined) => set('reason', id)}
              />
            )}
          </Setting>
          <Toggle
            label={words('approved')}
            hint={words('approvedHint')}
            checked={stage.approved === true}
            onChange={(approved) => set('approved', approved || undefined)}
          />
          <StageEntry stage={stage} fields={others} faults={faults} onChange={onChange} />
        </Section>
        <Section title={words('moves')}>
          <Toggle
            label={words('anyNext')}
            checked={stage.to === undefined}
            onChange={(any) =>
              set(
                'to',
                any ? undefined : pipeline.stages.map(({ value }) => value).filter((v) => v !== stage.value),
              )
            }
          />
          {stage.to && (
            <Setting label={words('next')} hint={words('nextHint')} error={faultFor(faults, 'to')}>
              {(input) => (
                <Select
                  {...input}
                  mode="multiple"
                  value={stage.to ?? []}
                  options={pipeline.stages
                    .filter(({ value }) => value !== stage.value)
                    .map((each) => ({ value: each.value, label: choiceText(each, language) }))}
                  onChange={(to: string[]) => set('to', to)}
                />
              )}
            </Setting>
          )}
          <StageMovers
            stage={stage}
            error={faultFor(faults, 'movers')}
            onChange={(movers) => set('movers', movers)}
          />
        </Section>
      </div>
    </Dialog>
  );
}
