import { describe, expect, it } from 'vitest';

import cases from '../../../../../tests/contracts/format_cases.json';
import { checkCell } from '../../entry/check';
import { cellToPayload } from '../../entry/to-payload';
import type { Field, FieldType } from '../definition';

import { plainPhone } from './codes';

type Case = [given: string, stored: string | null, code: string];

/** Of our complaints, which one the server's code is. Full-width digits are no phone number to the page. */
const CODES: Record<string, string> = {
  format_email: 'email',
  format_url: 'url',
  format_phone: 'phone',
  full_width_digits: 'phone',
  format_id_number: 'idNumber',
  id_number_15: 'idNumberOld',
  id_number_region: 'idNumberRegion',
  id_number_date: 'idNumberDate',
  id_number_check: 'idNumberCheck',
  format_credit_code: 'creditCode',
};

describe.each(Object.entries(cases) as [FieldType, Case[]][])('%s', (type, each) => {
  const field: Field = { id: 'f', type, name: 'F' };
  it.each(each)('%s', (given, _, code) => {
    expect(checkCell(field, given)?.code ?? '').toBe(code && CODES[code]);
  });
});

it.each((cases.phone as Case[]).filter(([, stored]) => stored !== null))(
  '%s is written as the server does',
  (given, stored) => {
    expect(plainPhone(given)).toBe(stored);
  },
);

it('a mobile field takes no landline', () => {
  const field: Field = { id: 'f', type: 'phone', name: 'F', options: { kind: 'mobile' } };
  expect(checkCell(field, '021-68886888')?.code).toBe('mobile');
  expect(checkCell(field, '138 0013 8000')).toBeNull();
});

it('an address without its scheme is sent with one', () => {
  const field: Field = { id: 'f', type: 'url', name: 'F' };
  expect(checkCell(field, 'www.example.com/a')).toBeNull();
  expect(cellToPayload(field, 'www.example.com/a', '')).toBe('https://www.example.com/a');
  expect(cellToPayload(field, 'javascript:alert(1)', '')).toBe('javascript:alert(1)');
  expect(checkCell(field, 'javascript:alert(1)')?.code).toBe('url');
});
