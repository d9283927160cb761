import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';

import { renderRoute } from '@/testing/render-route';

import { Suggestions } from './suggestions';

const SUGGESTIONS = ['SUM', 'SUMIF', 'SUMIFS', 'SUMPRODUCT', 'SUBSTITUTE', 'SMALL', 'SWITCH'].map(
  (label) => ({
    key: label,
    label,
    about: '',
    text: `${label}()`,
    back: 1,
  }),
);

it('brings the chosen suggestion into sight as the arrows go on', async () => {
  const shown: (string | null)[] = [];
  const spy = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
    shown.push(this.textContent);
  });
  const Typing = () => {
    const [chosen, choose] = useState(0);
    return (
      <>
        <button type="button" onClick={() => choose(6)}>
          往下
        </button>
        <Suggestions id="list" suggestions={SUGGESTIONS} chosen={chosen} onTake={() => undefined} />
      </>
    );
  };
  const { user } = await renderRoute(Typing, { path: '/', namespaces: ['field-types'], signedIn: true });
  await user.click(await screen.findByRole('button', { name: '往下' }));
  await waitFor(() => expect(shown).toEqual(['SUM', 'SWITCH']));
  spy.mockRestore();
});
