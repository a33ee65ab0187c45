import { DomainError } from '@weilend/kernel';

// The unified social credit code (统一社会信用代码, GB 32100-2015) names a business: 18 characters without I, O, S, V and Z, the last
// one computed from the others.

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Normalises and checks. Throws DomainError CREDIT_CODE_INVALID with `problem` SHAPE or CHECKSUM. */
export function parseCreditCode(text: string, field: string | null = null): string {
  const code = text.trim().toUpperCase();
  if (!SHAPE.test(code)) throw new DomainError('CREDIT_CODE_INVALID', { problem: 'SHAPE' }, field);
  if (creditCodeCheck(code) !== code[17]) throw new DomainError('CREDIT_CODE_INVALID', { problem: 'CHECKSUM' }, field);
  return code;
}

/** The check character that 17 characters deserve; a remainder of 0 gives "0", which published libraries get wrong. */
export function creditCodeCheck(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * ALPHABET.indexOf(code[place] ?? ''), 0);
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
}
