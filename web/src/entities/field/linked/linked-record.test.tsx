import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { answer, MockProblem } from '@/testing/mock/http';
import { renderRoute } from '@/testing/render-route';

import type { Field } from '../definition';
import { ValueText } from '../value-text';

import type { Links } from './links';
import { LinksProvider } from './links-provider';

const field: Field = { id: 'to', type: 'link', name: '客户', options: { multiple: true } };

async function show(value: string[], links: Links, inert = false) {
  const asked = vi.fn((id: string) => {
    if (id === 'gone') throw new MockProblem(404, 'not_found', '');
    return answer(200, { id, form_id: 'f', title: '', serial: 'KH-9' });
  });
  const Shown = () => (
    <LinksProvider links={links} inert={inert}>
      <p data-testid="all">
        <ValueText field={field} value={value} />
      </p>
    </LinksProvider>
  );
  await renderRoute(Shown, {
    path: '/',
    namespaces: ['components'],
    answers: { 'GET /v1/records/{id}': ({ params }) => asked(params.id ?? '') },
  });
  return asked;
}

const text = () => screen.getByTestId('all').textContent;

it('is named by its title, which leads to it', async () => {
  const asked = await show(['a'], { a: { readable: true, title: '华东阀门' } });
  expect(screen.getByRole('link', { name: '华东阀门' }).getAttribute('href')).toBe('/records/a');
  expect(asked).not.toHaveBeenCalled();
});

it('leads nowhere where something else is to be chosen', async () => {
  await show(['a'], { a: { readable: true, title: '华东阀门' } }, true);
  expect(text()).toBe('华东阀门');
  expect(screen.queryByRole('link')).toBeNull();
});

it('that may not be read, or was deleted, says so and leads nowhere', async () => {
  const asked = await show(['hidden:x', 'b'], {
    'hidden:x': { readable: false },
    b: { readable: true, title: '恒力', deleted: true },
  });
  expect(text()).toBe('（无权查看）恒力（已删除）');
  expect(screen.queryByRole('link')).toBeNull();
  expect(asked).not.toHaveBeenCalled();
});

it('of which nothing was said is asked for', async () => {
  await show(['c', 'gone'], {});
  await waitFor(() => expect(text()).toBe('KH-9（已删除）'));
  expect(screen.getByRole('link', { name: 'KH-9' })).toBeTruthy();
});
