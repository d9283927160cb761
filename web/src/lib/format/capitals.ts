/** An amount of yuan in the characters of cheques and vouchers (大写金额), which cannot be altered by a stroke. */

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const AMOUNT = /^(-?)0*(\d+?)(?:\.(\d*))?$/;
/** 9999 万亿 and more are no sum that anybody pays. */
const MOST_DIGITS = 16;

/**
 * 人民币壹仟肆佰零玖元伍角 for 1409.50, as the Payment and Settlement Measures write it: 整 after a whole number of yuan,
 * one 零 for a gap of any length. '' for what has more than two places or is too large to be said.
 */
export function inCapitals(amount: string): string {
  const found = AMOUNT.exec(amount);
  if (!found) return '';
  const [, sign = '', whole = '', rest = ''] = found;
  const cents = rest.replace(/0+$/, '');
  if (whole.length > MOST_DIGITS || cents.length > 2) return '';
  const [jiao = 0, fen = 0] = Array.from(cents, Number);
  const yuan = whole === '0' ? '' : `${inYuan(whole)}元`;
  const nothing = yuan === '' && jiao === 0 && fen === 0;
  return `人民币${sign && !nothing ? '负' : ''}${nothing ? '零元整' : yuan + inCents(yuan !== '', jiao, fen)}`;
}

function inCents(follows: boolean, jiao: number, fen: number): string {
  if (jiao === 0 && fen === 0) return '整';
  const tens = jiao > 0 ? `${digit(jiao)}角` : follows ? '零' : '';
  return tens + (fen > 0 ? `${digit(fen)}分` : '');
}

/** Digits in groups of four (万, 亿, 万亿); zeros between two digits are one 零, at the end none. */
function inYuan(digits: string): string {
  let text = '';
  let gap = false;
  for (let index = 0; index < digits.length; index++) {
    const left = digits.length - 1 - index;
    const value = Number(digits[index]);
    if (value === 0) gap = true;
    else {
      text += (gap ? '零' : '') + digit(value) + (PLACES[left % 4] ?? '');
      gap = false;
    }
    // A group's name is said once the group is over and has something in it; 亿 also closes the 万亿 before it.
    if (left % 4 === 0 && left > 0 && (hasDigit(digits, left, 4) || (left === 8 && digits.length > 12)))
      text += left === 8 ? '亿' : '万';
  }
  return text;
}

function hasDigit(digits: string, left: number, length: number): boolean {
  const end = digits.length - left;
  return /[1-9]/.test(digits.slice(Math.max(0, end - length), end));
}

function digit(value: number): string {
  return DIGITS.charAt(value);
}
