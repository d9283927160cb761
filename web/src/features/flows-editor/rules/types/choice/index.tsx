/** Members by option of a single-choice field. */
import { ListTree } from 'lucide-react';

import type { FlowField } from '../../../model/types';
import { FieldSetting } from '../../field-setting';
import { defineRule, type RuleOf, type RuleSettingsProps } from '../../rule-type';
import { nameOf } from '../../rule-words';

import { ChoiceMap } from './choice-map';
import { withChoiceField } from './choice-people';

const reads = ({ kind }: FlowField) => kind === 'choice';

function Settings({ rule: own, fields, t, faults, onChange }: RuleSettingsProps<RuleOf<'choice'>>) {
  return (
    <>
      <FieldSetting
        value={own.field}
        fields={fields.filter(reads)}
        t={t}
        onChange={(field) => onChange(withChoiceField(own, field))}
      />
      {own.field !== '' && (
        <ChoiceMap
          rule={own}
          field={fields.find(({ id }) => id === own.field)}
          t={t}
          faults={faults}
          onChange={onChange}
        />
      )}
    </>
  );
}

export const rule = defineRule<'choice'>({
  type: 'choice',
  rank: 5,
  icon: ListTree,
  create: (field) => ({ type: 'choice', field, map: {} }),
  reads,
  fieldOf: ({ field }) => field,
  isSet: ({ field }) => field !== '',
  several: () => true,
  text: ({ field }, { t, fields }) =>
    t('rules.who.choice', {
      field: nameOf(
        fields.find(({ id }) => id === field),
        t,
      ),
    }),
  showsFaultsAt: 'map',
  Settings,
});
