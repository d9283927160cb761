/** A form in a dialog: typed text survives a stray press outside, the server's faults come to their fields. */
import { Button, Form } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useSubmit } from '@/lib/submit/use-submit';

import { Dialog } from './dialog';
import { ProblemNote } from './problem-note';

interface Props<T> {
  open: boolean;
  title: string;
  /** The verb on the main button. */
  label: string;
  danger?: boolean;
  initial?: Partial<T>;
  place?: 'middle' | 'side';
  /** Raises what the API raises; the dialog closes when it is done. */
  onSubmit: (values: T) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}

export function FormDialog<T extends object>(props: Props<T>) {
  const [round, setRound] = useState(0);
  const [wasOpen, setWasOpen] = useState(props.open);
  if (props.open !== wasOpen) {
    setWasOpen(props.open);
    // Each opening is a new form: no value, fault or error of the one before.
    if (props.open) setRound(round + 1);
  }
  return <Opening key={round} {...props} />;
}

function Opening<T extends object>({
  open,
  title,
  label,
  danger = false,
  initial = {},
  place = 'middle',
  onSubmit,
  onClose,
  children,
}: Props<T>) {
  const { t } = useTranslation('components');
  const [form] = Form.useForm<T>();
  const id = useId();
  const [leaving, setLeaving] = useState(false);
  const { busy, error, submit } = useSubmit<T>(form, async (values) => {
    await onSubmit(values);
    onClose();
  });
  const close = () => {
    if (busy) return;
    if (form.isFieldsTouched()) setLeaving(true);
    else onClose();
  };
  return (
    <Dialog
      open={open}
      title={title}
      place={place}
      onClose={close}
      footer={
        leaving ? (
          <>
            <Button danger onClick={onClose}>
              {t('form.discard')}
            </Button>
            <Button type="primary" onClick={() => setLeaving(false)}>
              {t('form.keep')}
            </Button>
          </>
        ) : (
          <>
            <Button disabled={busy} onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="primary" danger={danger} htmlType="submit" form={id} loading={busy}>
              {label}
            </Button>
          </>
        )
      }
    >
      <Form<T>
        id={id}
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        scrollToFirstError={{ focus: true }}
        onFinish={submit}
      >
        {children}
        <ProblemNote error={error} />
      </Form>
      {leaving && <p role="alert">{t('form.unsaved')}</p>}
    </Dialog>
  );
}
