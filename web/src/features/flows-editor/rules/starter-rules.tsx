/** Who may start a flow: everybody, or those whom the company names here. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Setting } from '@/components/editing/setting';
import { Segmented } from '@/components/segmented';
import { FaultLines } from '@/entities/condition/fault-lines';
import { MembersSelect } from '@/entities/member/member-select';
import { DepartmentsSelect, RolesSelect } from '@/entities/member/org-select';

import type { Fault, Starters } from '../model/types';

import { people } from './people-props';
import styles from './starter-rules.module.css';
import { idsOf, withIds } from './starters';

interface Props {
  /** Empty: everybody. */
  value: Starters;
  onChange: (starters: Starters) => void;
  faults?: Fault[];
}

export function StarterRules({ value, onChange, faults = [] }: Props) {
  const { t } = useTranslation('flows-editor');
  const [narrowing, setNarrowing] = useState(false);
  const some = narrowing || value.length > 0;
  return (
    <div className={styles.starters}>
      <Segmented
        label={t('rules.starters.title')}
        options={[
          { value: 'everyone', label: t('rules.starters.everyone') },
          { value: 'some', label: t('rules.starters.some') },
        ]}
        value={some ? 'some' : 'everyone'}
        onChange={(who) => {
          setNarrowing(who === 'some');
          if (who === 'everyone' && value.length > 0) onChange([]);
        }}
      />
      {some && (
        <>
          <Setting label={t('rules.starters.departments')} hint={t('rules.starters.departmentsHint')}>
            {(input) => (
              <DepartmentsSelect
                {...people(input)}
                multiple
                value={idsOf(value, 'department')}
                onChange={(ids) => onChange(withIds(value, 'department', ids))}
              />
            )}
          </Setting>
          <Setting label={t('rules.starters.roles')}>
            {(input) => (
              <RolesSelect
                {...people(input)}
                multiple
                value={idsOf(value, 'role')}
                onChange={(ids) => onChange(withIds(value, 'role', ids))}
              />
            )}
          </Setting>
          <Setting label={t('rules.starters.members')}>
            {(input) => (
              <MembersSelect
                {...people(input)}
                value={idsOf(value, 'member')}
                onChange={(ids) => onChange(withIds(value, 'member', ids))}
              />
            )}
          </Setting>
          {value.length === 0 && <p className={styles.note}>{t('rules.starters.nobody')}</p>}
        </>
      )}
      <FaultLines faults={faults} />
    </div>
  );
}
