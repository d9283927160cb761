/** Sending a form: busy while it is on its way, the server's faults at their fields, the rest as one error. */
import type { FormInstance } from 'antd';
import { useState } from 'react';

import { showProblem } from './show-problem';

interface Submit<T> {
  busy: boolean;
  /** What no field can show. */
  error: Error | null;
  submit: (values: T) => void;
}

/** `send` raises what the API raises. After success the form stays busy if `leaves`: the page is about to change. */
export function useSubmit<T>(
  form: FormInstance,
  send: (values: T) => Promise<unknown>,
  { leaves = false }: { leaves?: boolean } = {},
): Submit<T> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const submit = (values: T) => {
    setBusy(true);
    setError(null);
    send(values).then(
      () => setBusy(leaves),
      (fault: unknown) => {
        setBusy(false);
        setError(showProblem(form, fault instanceof Error ? fault : new Error(String(fault))));
      },
    );
  };
  return { busy, error, submit };
}
