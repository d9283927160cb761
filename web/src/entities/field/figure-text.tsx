/** A number, an amount or a rate for reading. A rate is shown with the places of its field; pointing at it shows all. */
import { useFormats } from '@/lib/format/formats';
import { toPercent } from '@/lib/format/percent';
import { useMe } from '@/lib/session/me';

import type { FigureKind } from './field-type';

interface Props {
  kind: FigureKind;
  /** The decimal string of the API; of a rate the fraction. */
  value: string;
  currency?: string | undefined;
  decimals?: number | undefined;
  unit?: string | undefined;
}

export function FigureText({ kind, value, currency = 'CNY', decimals, unit }: Props) {
  const formats = useFormats(useMe().company.zone);
  if (kind === 'amount') return <span className="figures">{formats.money(value, currency, decimals)}</span>;
  if (kind === 'rate') {
    const exact = formats.percent(value, ALL_PLACES);
    const shown = formats.percent(value, decimals);
    return (
      <span className="figures" {...(shown === exact ? {} : { title: `${toPercent(value)}%` })}>
        {shown}
      </span>
    );
  }
  return (
    <span className="figures">
      {formats.number(value)}
      {unit && ` ${unit}`}
    </span>
  );
}

const ALL_PLACES = 12;
