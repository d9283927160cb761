/** An action with consequences: a button, then a dialog that says what will happen, does it, and tells if it failed. */
import { Button, type ButtonProps } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from './dialog';
import { ProblemNote } from './problem-note';
import { Stack } from './stack';

interface Props {
  /** The words on the button, and on the dialog's main button: the same verb in both. */
  label: string;
  title: string;
  /** What will happen, and what will not. */
  children: ReactNode;
  onConfirm: () => Promise<unknown>;
  danger?: boolean;
  disabled?: boolean;
  button?: Pick<ButtonProps, 'type' | 'size' | 'icon' | 'block'>;
}

export function ConfirmAction({
  label,
  title,
  children,
  onConfirm,
  danger = false,
  disabled = false,
  button,
}: Props) {
  const { t } = useTranslation('components');
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);

  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      setOpen(false);
    } catch (fault) {
      setError(fault instanceof Error ? fault : new Error(String(fault)));
    } finally {
      setBusy(false);
    }
  };
  const show = () => {
    setError(null);
    setOpen(true);
  };

  return (
    <>
      <Button {...button} danger={danger} disabled={disabled} onClick={show}>
        {label}
      </Button>
      <Dialog
        open={open}
        title={title}
        onClose={() => {
          if (!busy) setOpen(false);
        }}
        footer={
          <>
            <Button disabled={busy} onClick={() => setOpen(false)}>
              {t('cancel')}
            </Button>
            <Button type="primary" danger={danger} loading={busy} onClick={() => void confirm()}>
              {label}
            </Button>
          </>
        }
      >
        <Stack gap={2}>
          {children}
          <ProblemNote error={error} />
        </Stack>
      </Dialog>
    </>
  );
}
