import { DomainError, parseLocalDate } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

// The number of a resident identity card (居民身份证, GB 11643-1999): six digits of the district, the birth date, three digits of
// sequence, one check character. A number that does not add up is a typing error or a forgery; either way no file is opened on it.

const SHAPE = /^\d{17}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

export interface ResidentId {
  /** 18 characters, X in upper case. */
  readonly number: string;
  readonly birthDate: LocalDate;
}

/** Normalises and checks. Throws DomainError RESIDENT_ID_INVALID with `problem` SHAPE, CHECKSUM, BIRTH_DATE or FUTURE. */
export function parseResidentId(text: string, today: LocalDate, field: string | null = null): ResidentId {
  const number = text.trim().toUpperCase();
  if (!SHAPE.test(number)) throw invalid('SHAPE', field);
  if (checkCharacter(number) !== number[17]) throw invalid('CHECKSUM', field);
  const birthDate = birthDateOf(number, field);
  if (birthDate > today) throw invalid('FUTURE', field);
  return { number, birthDate };
}

const OLD_SHAPE = /^\d{15}$/;

/** A number of a first-generation card (15 digits, born in the 1900s) as the 18 characters of the same person; null for anything else. */
export function upgradedResidentId(number: string): string | null {
  if (!OLD_SHAPE.test(number)) return null;
  const seventeen = `${number.slice(0, 6)}19${number.slice(6)}`;
  return seventeen + checkCharacter(seventeen);
}

/** The check character that 17 digits deserve. */
export function checkCharacter(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  return CHECK[sum % 11] ?? '';
}

/** Whole years on a day; a birthday on 29 February counts from 1 March in other years. */
export function ageOn(birthDate: LocalDate, day: LocalDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1;
}

export const ADULT_YEARS = 18;

/** Throws DomainError UNDER_AGE. */
export function requireAdult(birthDate: LocalDate, day: LocalDate, field: string | null = null): void {
  if (ageOn(birthDate, day) < ADULT_YEARS) throw new DomainError('UNDER_AGE', {}, field);
}

function birthDateOf(number: string, field: string | null): LocalDate {
  const text = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  try {
    return parseLocalDate(text);
  } catch {
    throw invalid('BIRTH_DATE', field);
  }
}

function invalid(problem: string, field: string | null): DomainError {
  return new DomainError('RESIDENT_ID_INVALID', { problem }, field);
}
