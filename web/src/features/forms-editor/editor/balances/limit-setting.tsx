/** The limit: a field of the linked record, or one number for all. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { DecimalSetting, Setting } from '@/components/editing/setting';
import { BY_LABEL } from '@/components/searching';
import { Segmented } from '@/components/segmented';
import { usePublishedForm } from '@/entities/form/api';
import { definitionOf } from '@/entities/form/definition';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor } from '@/entities/form/editing/faults';

import type { BalanceProps } from './balance-card';
import { linkedForm, numbers } from './model';

export function LimitSetting({ balance, faults, onChange }: BalanceProps) {
  const { t } = useTranslation('forms-editor');
  const { formId, definition, language } = useEditor();
  const target = linkedForm(definition.fields, balance.on);
  const other = usePublishedForm(target === formId ? '' : target);
  const fields =
    target === formId ? definition.fields : other.data ? definitionOf(other.data.definition).fields : [];
  const fixed = balance.limit?.fixed !== undefined;
  const error = faultFor(faults, 'limit');
  return (
    <>
      <Segmented
        label={t('balances.limit')}
        value={fixed ? 'fixed' : 'field'}
        options={[
          { value: 'field', label: t('balances.limitField') },
          { value: 'fixed', label: t('balances.limitFixed') },
        ]}
        onChange={(kind) => onChange({ ...balance, limit: kind === 'fixed' ? { fixed: '' } : {} })}
      />
      {fixed ? (
        <DecimalSetting
          label={t('balances.fixed')}
          error={error}
          value={String(balance.limit?.fixed ?? '')}
          onChange={(value) => onChange({ ...balance, limit: { fixed: value } }, 'fixed')}
        />
      ) : (
        <Setting label={t('balances.field')} hint={t('balances.fieldHint')} error={error}>
          {(input) => (
            <Select
              {...input}
              showSearch={BY_LABEL}
              loading={target !== formId && other.isLoading}
              value={balance.limit?.field ?? null}
              placeholder={t('balances.choose')}
              options={numbers(fields, language)}
              onChange={(field: string) => onChange({ ...balance, limit: { field } })}
            />
          )}
        </Setting>
      )}
    </>
  );
}
