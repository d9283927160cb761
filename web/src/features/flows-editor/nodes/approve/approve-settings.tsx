/** An approval: who is asked, how several decide, and what happens if it is nobody, or the initiator himself. */
import { useTranslation } from 'react-i18next';

import { ChoiceSetting } from '@/components/editing/choice-setting';
import { Section, Setting } from '@/components/editing/setting';
import { MembersSelect } from '@/entities/member/member-select';
import { withOption } from '@/lib/editing/omit';

import { useEditor } from '../../editor/editor';
import { faultFor, faultsBelow, findingsAt } from '../../model/faults';
import type { Approve } from '../../model/types';
import { ApproverRules } from '../../rules/approver-rules';
import { people } from '../../rules/people-props';
import { AboutStep } from '../../settings/about-step';
import type { NodeSettingsProps, StepOf } from '../node-type';

import { DueSetting } from './due-setting';

const MODES = ['any', 'all', 'sequence'] as const;
const EMPTY = ['block', 'approve', 'assign'] as const;
const SAME = ['manager', 'skip', 'self'] as const;

export function ApproveSettings({ step, onDone }: NodeSettingsProps<StepOf<'approve'>>) {
  const { t } = useTranslation('flows-editor');
  const { words, findings, changeStep } = useEditor();
  const found = findingsAt(findings, { step: step.id });
  const empty = step.empty?.action ?? 'block';
  return (
    <>
      <AboutStep step={step} about={t('about.approve')} onDone={onDone} />
      <Section title={t('setting.approvers')}>
        <ApproverRules
          value={step.approvers}
          fields={words.fields}
          faults={faultsBelow(found, 'approvers')}
          onChange={(approvers) => changeStep({ ...step, approvers }, 'approvers')}
        />
      </Section>
      <Section title={t('setting.deciding')}>
        <ChoiceSetting
          label={t('setting.mode')}
          value={step.mode}
          options={MODES.map((mode) => ({
            value: mode,
            label: t(`mode.${mode}`),
            about: t(`mode.${mode}Text`),
          }))}
          onChange={(mode) => changeStep({ ...step, mode })}
        />
        <DueSetting
          value={step.due_hours}
          error={faultFor(found, 'due_hours')}
          onChange={(hours) => changeStep(withOption<Approve, 'due_hours'>(step, 'due_hours', hours))}
        />
        <ChoiceSetting
          label={t('setting.same')}
          value={step.same_as_initiator ?? 'manager'}
          options={SAME.map((same) => ({
            value: same,
            label: t(`same.${same}`),
            about: t(`same.${same}Text`),
          }))}
          onChange={(same) =>
            changeStep(
              withOption<Approve, 'same_as_initiator'>(
                step,
                'same_as_initiator',
                same === 'manager' ? undefined : same,
              ),
            )
          }
        />
        <ChoiceSetting
          label={t('setting.empty')}
          value={empty}
          options={EMPTY.map((action) => ({
            value: action,
            label: t(`empty.${action}`),
            about: t(`empty.${action}Text`),
          }))}
          onChange={(action) =>
            changeStep(
              withOption<Approve, 'empty'>(
                step,
                'empty',
                action === 'block' ? undefined : action === 'assign' ? { action, members: [] } : { action },
              ),
            )
          }
        />
        {empty === 'assign' && (
          <Setting label={t('empty.members')} error={faultFor(found, 'empty')}>
            {(input) => (
              <MembersSelect
                {...people(input)}
                value={step.empty?.members ?? []}
                onChange={(members) => changeStep({ ...step, empty: { action: 'assign', members } })}
              />
            )}
          </Setting>
        )}
      </Section>
    </>
  );
}
