/** Where the focus goes when a dialog opens and closes, and to whom Esc belongs. */
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { beforeAll, expect, it, vi } from 'vitest';

import { startTranslation } from '@/lib/i18n/i18n';

import { Dialog } from './dialog';

beforeAll(async () => {
  localStorage.setItem('banli.language', 'zh-CN');
  await startTranslation();
  vi.stubGlobal('matchMedia', (media: string) => Object.assign(new EventTarget(), { matches: true, media }));
});

/** Takes the dialog away without closing it, as owners do that have nothing to ask any more. */
function Owner({ list = false }: { list?: boolean }) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setAsked(true)}>
        同意
      </button>
      {asked && (
        <Dialog open title="同意？" onClose={() => setAsked(false)}>
          <input aria-label="意见" />
          {list && <div className="ant-select-dropdown" />}
        </Dialog>
      )}
    </>
  );
}

function open(owner = <Owner />) {
  render(owner);
  const button = screen.getByRole('button', { name: '同意' });
  button.focus();
  fireEvent.click(button);
  return button;
}

it('what is to be filled in has the focus, and it returns to where it came from', () => {
  const button = open();
  expect(document.activeElement).toBe(screen.getByLabelText('意见'));
  fireEvent.click(screen.getByRole('button', { name: '关闭' }));
  expect(document.activeElement).toBe(button);
});

it('Esc belongs to an open list first', () => {
  open(<Owner list />);
  expect(fireEvent.keyDown(screen.getByLabelText('意见'), { key: 'Escape' })).toBe(false);
});

it('Esc is the dialog’s where no list is open', () => {
  open();
  expect(fireEvent.keyDown(screen.getByLabelText('意见'), { key: 'Escape' })).toBe(true);
});
