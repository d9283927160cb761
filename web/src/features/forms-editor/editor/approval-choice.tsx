/** Whether records of the form need approval: asked once, when a form without a flow is published. */
import { useTranslation } from 'react-i18next';

import { ChoiceSetting } from '@/components/editing/choice-setting';
import type { Definition } from '@/entities/form/definition';

export type Approval = NonNullable<Definition['approval']>;

const ANSWERS: Approval[] = ['flow', 'none'];

interface Props {
  value: Approval | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  onChange: (value: Approval) => void;
}

export function ApprovalChoice({ value, hint, error, onChange }: Props) {
  const { t } = useTranslation('forms-editor');
  return (
    <ChoiceSetting
      label={t('approval.label')}
      hint={hint}
      error={error}
      value={value}
      options={ANSWERS.map((answer) => ({
        value: answer,
        label: t(`approval.${answer}`),
        about: t(`approval.${answer}Text`),
      }))}
      onChange={onChange}
    />
  );
}
