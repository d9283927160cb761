/** An arm of a branch: its name, and when it is taken. */
import { useTranslation } from 'react-i18next';

import { Section } from '@/components/editing/setting';
import { ConditionEditor } from '@/entities/condition/editor/condition-editor';
import { withOption } from '@/lib/editing/omit';

import { useEditor } from '../editor/editor';
import { StepIcon } from '../editor/step-icon';
import { faultFor, faultsBelow, findingsAt } from '../model/faults';
import { DEFAULT_ARM, findBranch, keyOf, type ArmPlace } from '../model/tree';
import type { Arm, Branch } from '../model/types';

import { Head } from './head';
import { NameSetting } from './name-setting';
import type { PanelProps } from './panel';

export function ArmSettings({ place, arm, onDone }: PanelProps & { place: ArmPlace; arm: Arm }) {
  const { t } = useTranslation('flows-editor');
  const { definition, words, findings, fresh, changeArm } = useEditor();
  const found = findingsAt(findings, place);
  const several = (findBranch(definition, place.branch)?.branches.length ?? 0) > 1;
  return (
    <>
      <Head
        icon={<StepIcon type="branch" />}
        title={t('type.arm')}
        about={t(several ? 'about.armInOrder' : 'about.arm')}
        spot={place}
        name={arm.name}
        findings={found.filter(({ at }) => at === '')}
        onDone={onDone}
      />
      <Section title={t('setting.basics')}>
        <NameSetting
          label={t('setting.name')}
          value={arm.name}
          error={faultFor(found, 'name')}
          fresh={fresh === keyOf(place)}
          onChange={(name) => changeArm(place, { ...arm, name }, 'name')}
        />
      </Section>
      <Section title={t('setting.condition')}>
        <ConditionEditor
          value={arm.condition}
          operands={words.operands}
          faults={faultsBelow(found, 'condition')}
          onChange={(condition) => changeArm(place, { ...arm, condition }, 'condition')}
        />
      </Section>
    </>
  );
}

/** The default arm has no condition. */
export function UsualSettings({ branch }: { branch: Branch }) {
  const { t } = useTranslation('flows-editor');
  const { findings, changeStep } = useEditor();
  const found = findingsAt(findings, { branch: branch.id, arm: DEFAULT_ARM });
  const rename = (name: string) =>
    changeStep(
      { ...branch, default: withOption(branch.default, 'name', name.trim() === '' ? undefined : name) },
      'usual',
    );
  return (
    <>
      <Head
        icon={<StepIcon type="branch" />}
        title={t('type.usual')}
        about={t('about.usual')}
        findings={found.filter(({ at }) => at === '')}
      />
      <Section title={t('setting.basics')}>
        <NameSetting
          label={t('setting.nameOptional')}
          placeholder={t('arm.usual')}
          value={branch.default.name ?? ''}
          error={faultFor(found, 'name')}
          onChange={rename}
        />
      </Section>
    </>
  );
}
