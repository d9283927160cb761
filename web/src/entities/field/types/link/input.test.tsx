import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { EntryForm } from '@/entities/entry/entry-form';
import { startingWith, type Typed } from '@/entities/entry/input-state';
import { useCircumstances, useEntry } from '@/entities/entry/use-entry';
import { answer, type Call } from '@/testing/mock/http';
import { renderRoute } from '@/testing/render-route';

import type { Field } from '../../definition';
import type { Links } from '../../linked/links';
import { LinksProvider } from '../../linked/links-provider';

const phone: Field = { id: 'phone', type: 'text', name: '电话' };
const name: Field = { id: 'name', type: 'text', name: '名称', required: true };
const CARDS = [
  {
    id: 'a',
    form_id: 'customers',
    title: '华东阀门',
    serial: '',
    state: 'active',
    values: { phone: '138' },
    links: {},
  },
  { id: 'b', form_id: 'customers', title: '常州恒力', serial: '', state: 'active', values: {}, links: {} },
];

interface Opened {
  options?: Field['options'];
  start?: Typed;
  links?: Links;
}

async function open({ options, start, links = {} }: Opened = {}) {
  const field: Field = {
    id: 'customer',
    type: 'link',
    name: '客户',
    options: { forms: ['customers'], columns: ['phone'] as never, ...options },
  };
  const asked: string[] = [];
  const sent: unknown[] = [];
  let values: unknown;
  let submitted = 0;
  const Filling = () => {
    const here = useCircumstances();
    const fields = [field];
    const entry = useEntry(fields, start ?? startingWith(fields, here), here);
    values = entry.values;
    return (
      <LinksProvider links={links}>
        <EntryForm
          formId="orders"
          entry={entry}
          problem={null}
          note=""
          actions={() => <button type="submit">提交订单</button>}
          onSubmit={() => (submitted += 1)}
        />
      </LinksProvider>
    );
  };
  const { user } = await renderRoute(Filling, {
    path: '/',
    namespaces: ['components', 'entry'],
    signedIn: true,
    answers: {
      'GET /v1/forms/{form}/links/{path}/candidates': ({ params, query }: Call) => {
        asked.push(`${params.form ?? ''} ${params.path ?? ''} ${query.get('q') ?? ''}`.trim());
        const items = CARDS.filter(({ title }) => title.includes(query.get('q') ?? ''));
        return answer(200, { items, next_cursor: null });
      },
      'GET /v1/forms/{form}/published': () =>
        answer(200, {
          id: 'customers',
          version: 1,
          name: '客户档案',
          flow_id: '',
          can_submit: true,
          retired_choices: {},
          definition: { name: '客户档案', fields: [name, phone] },
        }),
      'POST /v1/forms/{form}/records': ({ body }: Call) => {
        sent.push(body);
        return answer(201, { id: 'new' });
      },
      'GET /v1/records/{id}': ({ params }: Call) =>
        answer(200, { id: params.id, form_id: 'customers', title: '宁波海天', serial: '' }),
    },
  });
  const table = async () => {
    await user.click(await screen.findByRole('button', { name: '从列表中选择客户' }));
    return screen.findByRole('table', { name: '可以选的记录' });
  };
  return { user, table, asked, sent, values: () => values, submitted: () => submitted };
}

describe('a linked record', () => {
  it('is chosen from a table with the columns of the link', async () => {
    const { user, table, asked, values } = await open();
    const row = within(await table()).getByRole('row', { name: /华东阀门/ });
    expect(await within(row).findByText('138')).toBeTruthy();
    await user.click(within(row).getByRole('button', { name: '华东阀门' }));
    expect(values()).toEqual({ customer: 'a' });
    expect(screen.queryByRole('table')).toBeNull();
    expect(await screen.findByText('华东阀门')).toBeTruthy();
    expect(asked).toEqual(['orders customer']);
  });

  it('is found by a part of its title, and chosen by the keyboard alone', async () => {
    const { user, table, values } = await open();
    await table();
    await user.type(screen.getByRole('searchbox'), '恒力');
    await waitFor(() => expect(screen.queryByText('华东阀门')).toBeNull());
    await user.keyboard('{ArrowDown}{Enter}');
    expect(values()).toEqual({ customer: 'b' });
  });

  it('of several takes each press as one more or one less', async () => {
    const { user, table, values } = await open({ options: { multiple: true } });
    const rows = within(await table());
    await user.click(rows.getByRole('button', { name: '华东阀门' }));
    await user.click(rows.getByRole('button', { name: '常州恒力' }));
    expect(rows.getByRole('button', { name: '常州恒力' }).getAttribute('aria-pressed')).toBe('true');
    await user.click(rows.getByRole('button', { name: '华东阀门' }));
    await user.click(screen.getByRole('button', { name: '完成' }));
    expect(values()).toEqual({ customer: ['b'] });
  });

  it('that may not be read is kept beside what is added', async () => {
    const { user, table, values } = await open({
      options: { multiple: true },
      start: { customer: ['hidden:x'] },
      links: { 'hidden:x': { readable: false } },
    });
    expect(await screen.findByText('（无权查看）')).toBeTruthy();
    await user.click(within(await table()).getByRole('button', { name: '华东阀门' }));
    expect(values()).toEqual({ customer: ['hidden:x', 'a'] });
  });
});

describe('a record that is not there yet', () => {
  it('is made from within the form and taken, and the form itself is not sent', async () => {
    const { user, table, sent, values, submitted } = await open({ options: { create: true } });
    await table();
    await user.click(await screen.findByRole('button', { name: '新建客户档案' }));
    const dialog = screen.getByRole('dialog');
    await user.click(await within(dialog).findByRole('button', { name: '保存并选用' }));
    expect(await within(dialog).findByText('请填写此项')).toBeTruthy();
    await user.type(within(dialog).getByLabelText(/^名称/), '宁波海天');
    await user.click(within(dialog).getByRole('button', { name: '保存并选用' }));
    await waitFor(() => expect(values()).toEqual({ customer: 'new' }));
    expect(sent).toEqual([{ values: { name: '宁波海天' } }]);
    expect(submitted()).toBe(0);
    expect(await screen.findByText('宁波海天')).toBeTruthy();
  });

  it('is not offered where the link does not say so', async () => {
    const { table } = await open();
    await table();
    expect(screen.queryByRole('button', { name: /^新建/ })).toBeNull();
  });
});
