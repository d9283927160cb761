/** An amount, every digit of it; `value` is the decimal string of the API. */
import { useFormats } from '@/lib/format/formats';
import { useMe } from '@/lib/session/me';

export function MoneyText({ value, currency = 'CNY' }: { value: string; currency?: string }) {
  const formats = useFormats(useMe().company.zone);
  return <span className="figures">{formats.money(value, currency)}</span>;
}
