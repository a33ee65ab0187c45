import { DomainError } from '@weilend/kernel';
import { NUMBER_OF_A_PERSON } from '../opinion/opinion.js';

// Notes and reasons of collection are read by many; they hold words, and no telephone, identity or account numbers [3.7].

const LONGEST = 2_000;

/** Trimmed words that must say something. Throws DomainError COLLECTION_REASON_MISSING, INPUT_INVALID or PERSONAL_NUMBER_IN_TEXT. */
export function plainWords(text: string, field: string): string {
  const words = plainNote(text, field);
  if (words === '') throw new DomainError('COLLECTION_REASON_MISSING', {}, field);
  return words;
}

/** Trimmed words, also none. Throws DomainError INPUT_INVALID or PERSONAL_NUMBER_IN_TEXT. */
export function plainNote(text: string, field: string): string {
  const words = text.trim();
  if (words.length > LONGEST) throw new DomainError('INPUT_INVALID', { problem: `${field} has more than ${LONGEST} characters` }, field);
  if (NUMBER_OF_A_PERSON.test(words)) throw new DomainError('PERSONAL_NUMBER_IN_TEXT', { what: field }, field);
  return words;
}
