/** The way to the next page of a list; it says so when that did not come. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import type { List } from '@/lib/api/use-list';

import { ProblemNote } from './problem-note';

interface Props {
  list: Pick<List<unknown>, 'more' | 'moreError' | 'loadingMore'>;
  label?: string;
  className?: string | undefined;
}

export function More({ list: { more, moreError, loadingMore }, label, className }: Props) {
  const { t } = useTranslation('components');
  if (!more) return null;
  return (
    <div className={className}>
      <ProblemNote error={moreError} />
      <Button loading={loadingMore} onClick={more}>
        {label ?? t('list.more')}
      </Button>
    </div>
  );
}
