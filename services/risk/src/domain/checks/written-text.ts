import { DomainError } from '@weilend/kernel';

// Free texts of an investigation: they must say something, and they must not become a second place where telephone, identity or
// account numbers lie about unprotected.

/** Mobile (also in groups), landline with area code, twelve digits and more (identity, account), a card in groups of four. */
const PERSONAL_NUMBERS = [
  /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/,
  /(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/,
  /\d{12}/,
  /(?<!\d)\d{4}(?:[ -]\d{4}){2,}/,
];

/** Trimmed text; throws TEXT_MISSING when shorter than `atLeast` characters, PERSONAL_NUMBER_IN_TEXT when it holds a number of a person. */
export function writtenText(text: string, what: string, atLeast = 2): string {
  const trimmed = text.trim();
  if ([...trimmed].length < atLeast) throw new DomainError('TEXT_MISSING', { what }, what);
  refusePersonalNumbers(trimmed, what);
  return trimmed;
}

/** Throws PERSONAL_NUMBER_IN_TEXT. */
export function refusePersonalNumbers(text: string, what: string): void {
  if (PERSONAL_NUMBERS.some((pattern) => pattern.test(text))) throw new DomainError('PERSONAL_NUMBER_IN_TEXT', { what }, what);
}
