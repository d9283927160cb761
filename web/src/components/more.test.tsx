/** The next page of a list: asked for by a press, and told when it did not come. */
import { fireEvent, render, screen } from '@testing-library/react';
import { beforeAll, expect, it, vi } from 'vitest';

import { startTranslation } from '@/lib/i18n/i18n';

import { More } from './more';

beforeAll(async () => {
  localStorage.setItem('banli.language', 'zh-CN');
  await startTranslation();
});

it('is not there on the last page', () => {
  const { container } = render(<More list={{ more: null, moreError: null, loadingMore: false }} />);
  expect(container.textContent).toBe('');
});

it('says that the next page did not come, and can be pressed again', () => {
  const more = vi.fn();
  render(<More list={{ more, moreError: new TypeError('failed'), loadingMore: false }} />);
  expect(screen.getByRole('alert').textContent).not.toBe('');
  fireEvent.click(screen.getByRole('button'));
  expect(more).toHaveBeenCalledOnce();
});
