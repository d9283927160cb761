import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import type { Field } from '@/entities/field/definition';
import { answer, type Call } from '@/testing/mock/http';
import { renderRoute } from '@/testing/render-route';

import { EntryForm } from '../entry-form';
import { startingWith } from '../input-state';
import { useCircumstances, useEntry } from '../use-entry';

const FIELDS: Field[] = [
  { id: 'name', type: 'text', name: '客户名称' },
  { id: 'note', type: 'text', name: '备注' },
];
const UNSEEN = {
  rule: 'd',
  name: '查重',
  policy: 'block',
  fields: ['name'],
  readable: false,
  owner: '王*',
};
const SEEN = {
  ...UNSEEN,
  policy: 'warn',
  readable: true,
  owner: '王芳',
  form_id: 'f',
  record_id: 'r1',
  title: '常州恒力',
};

async function open(matches: object[], compared: string[]) {
  const asked: unknown[] = [];
  const Filling = () => {
    const here = useCircumstances();
    const entry = useEntry(FIELDS, startingWith(FIELDS, here), here);
    return (
      <EntryForm
        formId="customers"
        entry={entry}
        compared={compared}
        problem={null}
        note=""
        actions={() => null}
        onSubmit={() => undefined}
      />
    );
  };
  const { user } = await renderRoute(Filling, {
    path: '/',
    namespaces: ['components', 'entry'],
    signedIn: true,
    answers: {
      'POST /v1/forms/{form}/duplicates': ({ body }: Call) => {
        asked.push(body);
        return answer(200, { matches });
      },
    },
  });
  return { user, asked };
}

describe('a value that another record has', () => {
  it('is told when the input is left, without more than may be told', async () => {
    const { user, asked } = await open([UNSEEN], ['name']);
    await user.type(await screen.findByLabelText(/客户名称/), '常州恒力');
    await user.tab();
    expect(await screen.findByText('已存在，负责人 王*')).toBeTruthy();
    expect(asked).toEqual([{ values: { name: '常州恒力' } }]);
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('leads to the record for who may read it, and is taken back once something else stands there', async () => {
    const { user } = await open([SEEN], ['name']);
    const input = await screen.findByLabelText(/客户名称/);
    await user.type(input, '常州恒力');
    await user.tab();
    const link = await screen.findByRole('link', { name: '常州恒力' });
    expect(link.getAttribute('href')).toBe('/records/r1');
    expect(screen.getByText(/可能重复/)).toBeTruthy();
    await user.type(input, '液压');
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('is asked about only where a rule compares it', async () => {
    const { user, asked } = await open([UNSEEN], []);
    await user.type(await screen.findByLabelText(/客户名称/), '常州恒力');
    await user.tab();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/备注/)));
    expect(asked).toEqual([]);
  });
});
