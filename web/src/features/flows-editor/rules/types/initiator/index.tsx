/** Whoever submitted. */
import { UserRoundCheck } from 'lucide-react';

import { defineRule } from '../../rule-type';

export const rule = defineRule<'initiator'>({
  type: 'initiator',
  rank: 7,
  icon: UserRoundCheck,
  create: () => ({ type: 'initiator' }),
  text: (_, { t }) => t('rules.who.initiator'),
});
