import { DomainError, parseLocalDate } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

// The number that names a borrower: a resident id of 18 characters (GB 11643-1999) for people, a unified social credit code
// (GB 32100-2015) for enterprises. A bureau must never be asked about a number that was mistyped.

const RESIDENT = /^\d{17}[\dX]$/;
const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const RESIDENT_CHECK = '10X98765432';
const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Upper case, without blanks. Throws IDENTITY_INVALID unless the check character and, for people, the birth date are right. */
export function parseIdentityNumber(text: string, field: string): string {
  const number = text.replace(/\s/g, '').toUpperCase();
  if (!isResidentId(number) && !isCreditCode(number)) throw new DomainError('IDENTITY_INVALID', {}, field);
  return number;
}

/** Full years of a person on a day; null for an enterprise. */
export function ageOn(identityNumber: string, today: LocalDate): number | null {
  if (!isResidentId(identityNumber)) return null;
  const birth = birthDateOf(identityNumber);
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}

function isResidentId(number: string): boolean {
  if (!RESIDENT.test(number)) return false;
  const sum = RESIDENT_WEIGHTS.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  if (RESIDENT_CHECK[sum % 11] !== number[17]) return false;
  try {
    return parseLocalDate(birthDateOf(number)) !== undefined;
  } catch {
    return false;
  }
}

function birthDateOf(residentId: string): string {
  return `${residentId.slice(6, 10)}-${residentId.slice(10, 12)}-${residentId.slice(12, 14)}`;
}

/** What looks like a resident id is a code only with the 9 of businesses: the other check digits would let one mistyped id in 31 through. */
function isCreditCode(number: string): boolean {
  if (!CREDIT_CODE.test(number) || (RESIDENT.test(number) && !number.startsWith('9'))) return false;
  let sum = 0;
  let weight = 1;
  for (const letter of number.slice(0, 17)) {
    sum += CREDIT_ALPHABET.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] === number[17];
}
