import type { FieldCipher } from '@weilend/auth';

/**
 * What a row is found by: characters and pairs of characters of its name, which work for Chinese names without a word list, and blind indexes of
 * whole numbers and of their last four. All stand in one indexed list, so that every kind of question is one look into one index.
 */
export const SEARCH_KINDS = ['identity', 'phone', 'card'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

const TAIL = 4;

/** Keys of a name: each character and each pair of neighbours, without blanks, in capitals. */
export function nameKeys(name: string): string[] {
  const letters = lettersOf(name);
  const pairs = letters.slice(1).map((letter, place) => `n:${letters[place]}${letter}`);
  return [...new Set([...letters.map((letter) => `n:${letter}`), ...pairs])];
}

/** Keys that a row must all have to contain a text in its name; the rarest come first as a rule, because names begin with what is their own. */
export function nameQuestion(text: string): string[] {
  const letters = lettersOf(text);
  if (letters.length < 2) return letters.map((letter) => `n:${letter}`);
  return [...new Set(letters.slice(1).map((letter, place) => `n:${letters[place]}${letter}`))];
}

/** Blind indexes of a number and of its last four; equal to those that the customer's own fields keep. */
export function numberKeys(cipher: FieldCipher, kind: SearchKind, number: string | null): string[] {
  if (!number) return [];
  return [cipher.blindIndex(kind, number), cipher.blindIndex(`${kind}-tail`, number.slice(-TAIL))];
}

/** Keys of which a row must have one, for a text that may be a number or its last four. */
export function numberQuestion(cipher: FieldCipher, text: string): string[] {
  const number = text.replace(/[\s-]/g, '').toUpperCase();
  const suffix = number.length === TAIL ? '-tail' : '';
  return SEARCH_KINDS.map((kind) => cipher.blindIndex(`${kind}${suffix}`, number));
}

/** The end of a name index entry in a regular expression, for the last word on whether a name contains a text. */
export function containing(text: string): RegExp {
  return new RegExp(lettersOf(text).map(escaped).join('\\s*'), 'iu');
}

const lettersOf = (text: string): string[] => [...text.toUpperCase()].filter((letter) => !/\s/u.test(letter));

const escaped = (letter: string): string => letter.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
