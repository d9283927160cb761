/**
 * A form on a page that changes something that is there already. What others save meanwhile never overwrites what is
 * being typed: their version is announced, and taking it over is a press on a button.
 */
import { Button, Form } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useSubmit } from '@/lib/submit/use-submit';

import styles from './edit-form.module.css';
import { ProblemNote } from './problem-note';
import { toast } from './toast';

interface Props<T> {
  /** What is saved now, and its version. */
  saved: T;
  version: number;
  /** For those who may only look. */
  disabled?: boolean;
  /** Raises what the API raises; afterwards `saved` is expected to be the new state. */
  onSubmit: (values: T, version: number) => Promise<unknown>;
  children: ReactNode;
}

export function EditForm<T extends object>(props: Props<T>) {
  const { saved, version } = props;
  const [base, setBase] = useState({ saved, version });
  const [dirty, setDirty] = useState(false);
  const overtaken = base.version !== version;
  const takeOver = () => {
    setBase({ saved, version });
    setDirty(false);
  };
  if (overtaken && !dirty) setBase({ saved, version });
  return (
    <Edition
      {...props}
      key={base.version}
      saved={base.saved}
      version={base.version}
      dirty={dirty}
      onDirty={setDirty}
      takeOver={overtaken ? takeOver : null}
    />
  );
}

interface EditionProps<T> extends Props<T> {
  dirty: boolean;
  onDirty: (dirty: boolean) => void;
  takeOver: (() => void) | null;
}

function Edition<T extends object>({
  saved,
  version,
  disabled = false,
  onSubmit,
  children,
  dirty,
  onDirty,
  takeOver,
}: EditionProps<T>) {
  const { t } = useTranslation('components');
  const [form] = Form.useForm<T>();
  const { busy, error, submit } = useSubmit<T>(form, async (values) => {
    await onSubmit(values, version);
    onDirty(false);
    toast(t('form.saved'));
  });
  return (
    <Form<T>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={saved}
      disabled={disabled}
      scrollToFirstError={{ focus: true }}
      onValuesChange={() => onDirty(true)}
      onFinish={submit}
    >
      {children}
      {!disabled && (
        <div className={styles.end}>
          {takeOver ? (
            <div className={styles.overtaken} role="alert">
              {t('form.overtaken')}
              <Button size="small" onClick={takeOver}>
                {t('form.takeOver')}
              </Button>
            </div>
          ) : (
            <ProblemNote error={error} />
          )}
          <div className={styles.buttons}>
            <Button type="primary" htmlType="submit" loading={busy} disabled={!dirty || takeOver !== null}>
              {t('form.save')}
            </Button>
            {dirty && (
              <Button
                disabled={busy}
                onClick={() => {
                  form.resetFields();
                  onDirty(false);
                }}
              >
                {t('form.undo')}
              </Button>
            )}
          </div>
        </div>
      )}
    </Form>
  );
}
