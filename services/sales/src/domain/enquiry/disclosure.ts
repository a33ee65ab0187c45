import { canonicalHash, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { InformingWay } from '../application/informing.js';

// Before he applies, a customer is told what he must know (强制披露): what the loan costs him a year, that nothing is paid before the payout,
// that he may read everything, what a default means, where he can complain, how his data are used. One text holds for the company from a
// day on; the customer confirms the text that he was shown, for the product that he was offered, and without that nobody submits for him.

export interface DisclosureText {
  /** The day from which it holds names the version. */
  readonly version: LocalDate;
  readonly hash: string;
  readonly items: readonly DisclosureItem[];
}

export interface DisclosureItem {
  readonly title: string;
  readonly text: string;
}

export interface DisclosureConfirmation {
  readonly productId: string;
  readonly textVersion: LocalDate;
  readonly textHash: string;
  readonly how: InformingWay;
  readonly by: string;
  readonly at: Date;
}

/** The text as it was published: one item a line, its title before the first full-width colon. */
export function disclosureOf(published: { readonly value: string; readonly effectiveFrom: string }): DisclosureText {
  const lines = published.value.split('\n').map((line) => line.trim());
  const items = lines.filter((line) => line !== '').map(itemOf);
  return { version: published.effectiveFrom as LocalDate, hash: canonicalHash(items), items };
}

function itemOf(line: string): DisclosureItem {
  const colon = line.indexOf('：');
  return colon > 0 ? { title: line.slice(0, colon), text: line.slice(colon + 1) } : { title: '', text: line };
}

export interface DisclosureWord {
  readonly productId: string;
  /** Of the text that the customer was shown. */
  readonly textHash: string;
  readonly confirmedByCustomer: boolean;
  readonly how: InformingWay;
  readonly by: string;
  readonly at: Date;
}

/** What is kept of a customer's word. Throws DISCLOSURE_NOT_CONFIRMED, or DISCLOSURE_OUTDATED when another text is in force [7.9]. */
export function confirmDisclosure({ confirmedByCustomer, ...word }: DisclosureWord, inForce: DisclosureText): DisclosureConfirmation {
  if (!confirmedByCustomer) throw new DomainError('DISCLOSURE_NOT_CONFIRMED', {}, 'confirmedByCustomer');
  if (word.textHash !== inForce.hash) throw new DomainError('DISCLOSURE_OUTDATED', { version: inForce.version }, 'textHash');
  return { ...word, textVersion: inForce.version };
}

/**
 * The refusal DISCLOSURE_MISSING when no confirmation is for this product and text. Without a text any will do: what was handed in under
 * the text of its day is checked under that text.
 */
export function missingDisclosure(
  confirmations: readonly DisclosureConfirmation[],
  wanted: { readonly productId: string; readonly textHash: string | null },
): DomainError[] {
  const fits = confirmations.some(
    ({ productId, textHash }) => productId === wanted.productId && (wanted.textHash === null || wanted.textHash === textHash),
  );
  return fits ? [] : [new DomainError('DISCLOSURE_MISSING', {}, 'disclosure')];
}
