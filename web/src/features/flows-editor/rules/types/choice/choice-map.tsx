/** Who is responsible for each option. Every option needs somebody, or a record that chooses it would stop. */
import { Button } from 'antd';

import { Setting } from '@/components/editing/setting';
import { MembersSelect } from '@/entities/member/member-select';

import type { Fault, FlowField } from '../../../model/types';
import styles from '../../approver-rules.module.css';
import { people } from '../../people-props';
import { faultsAt } from '../../rule-model';
import type { RuleOf } from '../../rule-type';
import type { Words } from '../../rule-words';

import { optionsOf, withPeople } from './choice-people';

type Choice = RuleOf<'choice'>;

interface Props {
  rule: Choice;
  field: FlowField | undefined;
  t: Words['t'];
  /** Below the rule: `map/valves/0`. */
  faults: Fault[];
  onChange: (rule: Choice) => void;
}

export function ChoiceMap({ rule, field, t, faults, onChange }: Props) {
  return (
    <div className={styles.wide}>
      <div className={styles.options} role="group" aria-label={t('rules.setting.map')}>
        {optionsOf(rule, field).map(({ value, label, members, gone }) =>
          gone ? (
            <p key={value} className={styles.gone}>
              {t('rules.goneOption', { option: label })}
              <Button size="small" onClick={() => onChange(withPeople(rule, value, []))}>
                {t('rules.dropOption')}
              </Button>
            </p>
          ) : (
            <Setting
              key={value}
              label={t('rules.setting.option', { option: label })}
              error={faultsAt(faults, `map/${value}`)[0]?.message}
            >
              {(input) => (
                <MembersSelect
                  {...people(input)}
                  value={members}
                  onChange={(chosen) => onChange(withPeople(rule, value, chosen))}
                />
              )}
            </Setting>
          ),
        )}
      </div>
    </div>
  );
}
