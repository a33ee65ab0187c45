import { DomainError } from '@weilend/kernel';

// The committee may ask this department what it thinks of an application (部门意见). The opinion is in words that travel to another
// department, so they hold no numbers of persons; nobody answers with nothing.

const LEAST = 4;
/** Telephone, identity, account and card numbers, also in groups. */
export const NUMBER_OF_A_PERSON = /\d(?:[ -]?\d){10,}/;

/** Trimmed words. Throws DomainError OPINION_TEXT_MISSING or PERSONAL_NUMBER_IN_TEXT. */
export function opinionWords(text: string, field: string): string {
  const words = text.trim();
  if ([...words].length < LEAST) throw new DomainError('OPINION_TEXT_MISSING', { atLeast: LEAST }, field);
  if (NUMBER_OF_A_PERSON.test(words)) throw new DomainError('PERSONAL_NUMBER_IN_TEXT', { what: field }, field);
  return words;
}
