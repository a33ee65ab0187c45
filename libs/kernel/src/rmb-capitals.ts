import { invariant } from './errors.js';
import type { Fen } from './money.js';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES = ['', '拾', '佰', '仟'];
const SECTIONS = ['', '万', '亿', '万亿'];

/** Amount in Chinese capitals (大写金额) by 支付结算办法 annex 1, e.g. 140950 -> 人民币壹仟肆佰零玖元伍角. */
export function rmbCapitals(amount: Fen): string {
  invariant(Number.isSafeInteger(amount) && amount >= 0 && amount < 1e17, 'capitals are written for 0 up to 10^15 yuan');
  const yuan = Math.trunc(amount / 100);
  const jiao = Math.trunc((amount % 100) / 10);
  const cent = amount % 10;
  if (amount === 0) return '人民币零元整';
  const whole = yuan > 0 ? `${wholeCapitals(yuan)}元` : '';
  if (jiao === 0 && cent === 0) return `人民币${whole}整`;
  const jiaoText = jiao > 0 ? `${DIGITS[jiao]}角` : whole ? '零' : '';
  return `人民币${whole}${jiaoText}${cent > 0 ? `${DIGITS[cent]}分` : ''}`;
}

function wholeCapitals(value: number): string {
  let text = '';
  let zeroPending = false;
  for (const { section, index } of sections(value)) {
    if (section === 0) {
      zeroPending = text !== '';
      continue;
    }
    if (text && (zeroPending || section < 1000)) text += '零';
    text += sectionCapitals(section) + (SECTIONS[index] ?? '');
    zeroPending = false;
  }
  return text;
}

/** Groups of four digits, highest first. */
function sections(value: number): { section: number; index: number }[] {
  const groups: { section: number; index: number }[] = [];
  for (let rest = value, index = 0; rest > 0; rest = Math.trunc(rest / 10_000), index++) groups.unshift({ section: rest % 10_000, index });
  return groups;
}

function sectionCapitals(section: number): string {
  let text = '';
  let zero = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.trunc(section / 10 ** place) % 10;
    if (digit === 0) {
      zero = text !== '';
      continue;
    }
    text += `${zero ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
    zero = false;
  }
  return text;
}
