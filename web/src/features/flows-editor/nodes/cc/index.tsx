/** A copy: somebody is told. */
import { MailOpen } from 'lucide-react';

import { useEditor } from '../../editor/editor';
import { defineNode, type StepOf } from '../node-type';
import { RulesSummary } from '../rules-summary';

import { CcSettings } from './cc-settings';

function Summary({ step }: { step: StepOf<'cc'> }) {
  const { words } = useEditor();
  return <RulesSummary rules={step.recipients} words={words} />;
}

export const node = defineNode<'cc'>({
  type: 'cc',
  rank: 2,
  icon: MailOpen,
  create: (common) => ({ type: 'cc', ...common, recipients: [{ type: 'member', members: [] }] }),
  rules: ({ recipients }) => recipients,
  Summary,
  Settings: CcSettings,
});
