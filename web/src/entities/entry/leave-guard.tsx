/** Leaving a page on which something was typed: says what becomes of it, and lets one stay. */
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

import { Dialog } from '@/components/dialog';

interface Props {
  when: boolean;
  /** What was typed is kept on this device, so leaving costs nothing. */
  kept: boolean;
  /** Where it will be found again. */
  about?: 'form' | 'record';
  /** Files that are not there yet: a draft keeps their names only. */
  unsent?: number;
  onDiscard: () => void;
}

/** When the session has ended there is nothing to stay for. */
const SIGN_IN = '/sign-in';

export function LeaveGuard({ when, kept, about = 'form', unsent = 0, onDiscard }: Props) {
  const { t } = useTranslation('entry');
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      when && ![currentLocation.pathname, SIGN_IN].includes(nextLocation.pathname),
  );
  useEffect(() => {
    if (!when || (kept && unsent === 0)) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [when, kept, unsent]);
  const blocked = blocker.state === 'blocked' ? blocker : null;
  return (
    <Dialog
      open={blocked !== null}
      title={t(kept ? 'leave.keptTitle' : 'leave.title')}
      onClose={() => blocked?.reset()}
      footer={
        <>
          <Button
            danger={!kept}
            onClick={() => {
              onDiscard();
              blocked?.proceed();
            }}
          >
            {t('leave.discard')}
          </Button>
          {kept ? (
            <Button type="primary" onClick={() => blocked?.proceed()}>
              {t('leave.keep')}
            </Button>
          ) : (
            <Button type="primary" onClick={() => blocked?.reset()}>
              {t('leave.stay')}
            </Button>
          )}
        </>
      }
    >
      {unsent > 0 && <p>{t('leave.unsent', { count: unsent })}</p>}
      <p>{t(!kept ? 'leave.lost' : about === 'form' ? 'leave.kept' : 'leave.keptOfRecord')}</p>
    </Dialog>
  );
}
