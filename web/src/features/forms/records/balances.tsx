/** What is left of a record's limits: for each balance a bar, its figures, and what moved it. */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import { useFormats } from '@/lib/format/formats';
import { useMe } from '@/lib/session/me';

import { shares } from './balance-shares';
import { useBalances, type RecordBalance } from './balances-api';
import styles from './balances.module.css';
import { Movements } from './movements';

export function Balances({ recordId }: { recordId: string }) {
  const balances = useBalances(recordId).data?.items ?? [];
  return balances.map((balance) => (
    <BalanceCard
      key={`${balance.form_id} ${balance.balance_id} ${balance.period}`}
      recordId={recordId}
      balance={balance}
    />
  ));
}

function BalanceCard({ recordId, balance }: { recordId: string; balance: RecordBalance }) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const shown = useAmounts(balance.currency);
  const [open, setOpen] = useState(false);
  const parts = shares(balance);
  const over = balance.free.startsWith('-');
  const name = labelText(balance.name, language);
  const figures = (['limit', 'used', 'held', 'free'] as const).map((part) => ({
    part,
    label: t(`balances.${part}`),
    amount: shown(balance[part]),
  }));
  return (
    <Card
      title={balance.period === '' ? name : t('balances.inPeriod', { name, period: balance.period })}
      extra={
        <Button type="link" className={styles.open ?? ''} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'balances.close' : 'balances.open')}
        </Button>
      }
    >
      <div className={styles.bar} aria-hidden>
        <span className={styles.used} style={{ inlineSize: `${String(parts.used)}%` }} />
        <span className={styles.held} style={{ inlineSize: `${String(parts.held)}%` }} />
      </div>
      <dl className={styles.figures}>
        {figures.map(({ part, label, amount }) => (
          <div key={part} className={styles.figure} data-part={part} data-over={part === 'free' && over}>
            <dt>{label}</dt>
            <dd>{amount}</dd>
          </div>
        ))}
      </dl>
      {over && <p className={styles.over}>{t('balances.over')}</p>}
      {open && <Movements recordId={recordId} balance={balance} shown={shown} />}
    </Card>
  );
}

/** Amounts of one currency, or plain numbers. */
function useAmounts(currency: string): (amount: string) => string {
  const formats = useFormats(useMe().company.zone);
  return (amount) => (currency === '' ? formats.number(amount) : formats.money(amount, currency));
}
