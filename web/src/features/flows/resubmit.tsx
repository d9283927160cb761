/** After a rejection or a withdrawal: its author may change the record and submit it again. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import type { StoredRecord } from '@/lib/forms/stored';
import { useMe } from '@/lib/session/me';

const ENDED = ['rejected', 'withdrawn'];

export function Resubmit({ record }: { record: StoredRecord }) {
  const { t } = useTranslation('flows');
  const navigate = useNavigate();
  const me = useMe();
  const offered = record.created_by === me.id && record.may.change && ENDED.includes(record.state);
  if (!offered || me.company.read_only) return null;
  return (
    <Button type="primary" onClick={() => void navigate(`/records/${record.id}/edit`)}>
      {t('run.again')}
    </Button>
  );
}
