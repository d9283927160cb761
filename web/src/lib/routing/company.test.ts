import { expect, it } from 'vitest';

import { companyOf, otherCompanyPath, withoutCompany } from './company';

it('finds the company of a mailed link and leaves the rest of the address as it is', () => {
  const link = '/runs/01?company=abc&tab=trail';
  expect(companyOf(link)).toBe('abc');
  expect(withoutCompany(link)).toBe('/runs/01?tab=trail');
  expect(withoutCompany('/runs/01?company=abc')).toBe('/runs/01');
});

it('finds none where none is named', () => {
  expect(companyOf('/runs/01')).toBeNull();
  expect(withoutCompany('/todos?form=a')).toBe('/todos?form=a');
});

it('carries the whole link to the page that asks', () => {
  const asked = new URL(otherCompanyPath('/runs/01?company=abc'), 'http://local');
  expect(asked.pathname).toBe('/other-company');
  expect(asked.searchParams.get('next')).toBe('/runs/01?company=abc');
});
