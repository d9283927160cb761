/** What a field holds before anybody has typed into it. */
import { useTranslation } from 'react-i18next';

import { Section } from '@/components/editing/setting';
import { faultFor, type Fault } from '@/entities/form/editing/faults';

import type { Field } from '../definition';

import { designOf } from './designs';

interface Props {
  field: Field;
  faults: Fault[];
  /** Undefined: none. */
  onChange: (value: unknown) => void;
}

export function DefaultSetting({ field, faults, onChange }: Props) {
  const { t } = useTranslation('field');
  const { Default, mayHaveDefault } = designOf(field.type);
  if (!Default || mayHaveDefault?.(field) === false) return null;
  return (
    <Section title={t('setting.start')}>
      <Default field={field} error={faultFor(faults, 'default')} onChange={onChange} />
    </Section>
  );
}
