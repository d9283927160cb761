/** A moment or a date in the company's zone; the exact moment is one hover away. */
import { useFormats, type Formats } from '@/lib/format/formats';
import { useMe } from '@/lib/session/me';

interface Props {
  value: string;
  as?: keyof Pick<Formats, 'date' | 'moment' | 'exact' | 'relative'>;
}

export function DateText({ value, as = 'moment' }: Props) {
  const formats = useFormats(useMe().company.zone);
  return (
    <time className="figures" dateTime={value} title={value.length > 10 ? formats.exact(value) : undefined}>
      {formats[as](value)}
    </time>
  );
}
