/** A form of the pages before the shell: one column, one button, the server's faults at their fields. */
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';

import { useSubmit } from '@/lib/submit/use-submit';

import styles from './auth-form.module.css';
import { ProblemNote } from './problem-note';

interface Props<T> {
  label: string;
  initial?: Partial<T>;
  onSubmit: (values: T) => Promise<unknown>;
  children: ReactNode;
}

export function AuthForm<T extends object>({ label, initial = {}, onSubmit, children }: Props<T>) {
  const [form] = Form.useForm<T>();
  const { busy, error, submit } = useSubmit(form, onSubmit, { leaves: true });
  return (
    <Form<T>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      scrollToFirstError={{ focus: true }}
      onFinish={submit}
    >
      {children}
      <div className={styles.end}>
        <ProblemNote error={error} />
        <Button type="primary" size="large" htmlType="submit" block loading={busy}>
          {label}
        </Button>
      </div>
    </Form>
  );
}
