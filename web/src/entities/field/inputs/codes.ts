/** How codes are written and checked; `tests/contracts/format_cases.json` holds this to what the server does. */

const EMAIL =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const URL = /^https?:\/\/[^\s/?#@\\]{1,253}([/?#]\S{0,1900})?$/;
const MOBILE = /^1[3-9]\d{9}$/;
const PHONE = /^(1[3-9]\d{9}|0(10|2\d|[3-9]\d{2})-\d{7,8}(-\d{1,6})?|[48]00\d{7}|\+[1-9]\d{6,14})$/;
const EXTENSION = /(?:转|分机|#|ext\.?)\s*(\d{1,6})$/i;
const HYPHENED = /^(0\d{2,3}-\d{7,8})-(\d{1,6})$/;
const LANDLINE = /^0?(10|2\d|[3-9]\d{2})(\d{7,8})$/;
const COUNTRY = /^(?:(?:\+|00)86(?=\d{9,12}$)|86(?=1[3-9]\d{9}$))/;

export const isEmail = (text: string): boolean => EMAIL.test(text);
export const isUrl = (text: string): boolean => URL.test(text);
export const isMobile = (text: string): boolean => MOBILE.test(text);
/** Of a number that `plainPhone` wrote. */
export const isPhone = (text: string): boolean => PHONE.test(text);
export const upper = (text: string): string => text.replace(/\s/g, '').toUpperCase();

/** A number in its one way of writing; what is none comes back without its spaces. */
export function plainPhone(typed: string): string {
  const marked = EXTENSION.exec(typed);
  const hyphened = marked ? null : HYPHENED.exec(typed.replaceAll(' ', ''));
  const text = marked ? typed.slice(0, marked.index).replace(/[ -]+$/, '') : (hyphened?.[1] ?? typed);
  const extension = marked?.[1] ?? hyphened?.[2] ?? '';
  let digits = text.replace(/[\s()（）.-]/g, '').replace(COUNTRY, '');
  const landline =
    /^\+|^1[3-9]\d{9}$|^[48]00/.test(digits) || digits.length < 10 ? null : LANDLINE.exec(digits);
  if (landline) digits = `0${landline[1] ?? ''}-${landline[2] ?? ''}`;
  return extension === '' ? digits : `${digits}-${extension}`;
}

const PROVINCES = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/** What is wrong with the number of an identity card, in capitals. */
export function idNumberFault(
  text: string,
): 'idNumber' | 'idNumberOld' | 'idNumberRegion' | 'idNumberDate' | 'idNumberCheck' | null {
  if (/^\d{15}$/.test(text)) return 'idNumberOld';
  if (!/^\d{17}[\dX]$/.test(text)) return 'idNumber';
  if (!PROVINCES.test(text)) return 'idNumberRegion';
  const day = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const moment = new Date(`${day}T00:00:00Z`);
  const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
  if (!exists || day < '1850') return 'idNumberDate';
  const sum = Array.from(text.slice(0, 17)).reduce(
    (total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11),
    0,
  );
  return '10X98765432'[sum % 11] === text[17] ? null : 'idNumberCheck';
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** In capitals. */
export function isCreditCode(text: string): boolean {
  const digits = Array.from(text, (letter) => ALPHABET.indexOf(letter));
  if (digits.length !== 18 || digits.includes(-1)) return false;
  let weight = 1;
  let sum = 0;
  for (const digit of digits.slice(0, 17)) {
    sum += digit * weight;
    weight = (weight * 3) % 31;
  }
  return (31 - (sum % 31)) % 31 === digits[17];
}
