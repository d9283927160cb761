import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import type { Why } from '@/entities/run/why';
import { renderRoute } from '@/testing/render-route';

import { WhyText } from './why-text';

async function shown(why: Why) {
  const Page = () => (
    <p data-testid="why">
      <WhyText why={why} initiator="陈思雨" />
    </p>
  );
  await renderRoute(Page, { path: '/', namespaces: ['why'] });
  return screen.getByTestId('why').textContent;
}

it('who stands in for the initiator is not said to be what the initiator is', async () => {
  expect(await shown({ rule: 'member', instead_of: 'x' })).toBe(
    '本应由发起人陈思雨审批（流程指定），改由其上级代为审批',
  );
});

it('a rule that named the person themselves is told of them', async () => {
  expect(await shown({ rule: 'manager', level: 1 })).toBe('陈思雨的直属上级');
});
