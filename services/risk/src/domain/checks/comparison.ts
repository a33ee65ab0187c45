import { DomainError, refuseAll } from '@weilend/kernel';
import type { ComparedAmount, ComparedStatement } from './contradiction-rules.js';

// What the customer declared, beside what his papers show and what the bureau knows (申报、资料、征信三方比对): income, debts and monthly
// payments as amounts; work, address and telephone as "agrees" or "does not". A finding that is missing is not compared. Debts and payments
// may be declared alone: what the bureau's report adds up to is put beside them by itself, whenever it comes.

/** Amounts in fen; monthly for income and payments. */
export interface AmountComparison {
  readonly subject: ComparedAmount;
  readonly declaredFen: number;
  readonly documentedFen: number | null;
  readonly bureauFen: number | null;
}

/** True: agrees with what the customer said; null: not compared. */
export interface StatementComparison {
  readonly subject: ComparedStatement;
  readonly agreesWithDocuments: boolean | null;
  readonly agreesWithBureau: boolean | null;
}

export const RELATED_AS = ['GUARANTOR', 'SPOUSE', 'RELATIVE', 'CONTROLLED_COMPANY', 'CONTROLLING_PERSON', 'GROUP_MEMBER', 'OTHER'] as const;
export type RelatedAs = (typeof RELATED_AS)[number];

/** Another customer of the company who is one risk with the borrower, or stands for him. */
export interface RelatedParty {
  readonly customerId: string;
  readonly relatedAs: RelatedAs;
}

export interface Compared {
  readonly amounts: readonly AmountComparison[];
  readonly statements: readonly StatementComparison[];
}

const CUSTOMER = /^cus_[0-9a-z]{26}$/;

/** Throws COMPARISON_TWICE or COMPARISON_EMPTY for each wrong line. */
export function checkComparisons({ amounts, statements }: Compared): void {
  refuseAll([
    ...repeated(amounts, 'amounts'),
    ...repeated(statements, 'statements'),
    ...amounts
      .filter((one) => !isCompared(one))
      .map(({ subject }) => new DomainError('COMPARISON_EMPTY', { subject }, 'comparison.amounts')),
    ...statements
      .filter((one) => one.agreesWithDocuments === null && one.agreesWithBureau === null)
      .map(({ subject }) => new DomainError('COMPARISON_EMPTY', { subject }, 'comparison.statements')),
  ]);
}

/** Throws RELATED_PARTY_INVALID for the borrower himself, for one named twice and for what is no customer's id. */
export function checkRelatedParties(parties: readonly RelatedParty[], borrowerId: string): void {
  const ids = parties.map((one) => one.customerId);
  if (new Set(ids).size !== ids.length || ids.some((one) => one === borrowerId || !CUSTOMER.test(one)))
    throw new DomainError('RELATED_PARTY_INVALID', {}, 'relatedParties');
}

/** In every report with details. */
const REPORTED: readonly ComparedAmount[] = ['TOTAL_DEBT', 'MONTHLY_PAYMENTS'];

function isCompared({ subject, declaredFen, documentedFen, bureauFen }: AmountComparison): boolean {
  const given = [documentedFen, bureauFen].filter((one) => one !== null);
  return (given.length > 0 || REPORTED.includes(subject)) && [declaredFen, ...given].every((one) => Number.isSafeInteger(one) && one >= 0);
}

function repeated(lines: readonly { readonly subject: string }[], what: string): DomainError[] {
  const subjects = lines.map((one) => one.subject);
  return subjects
    .filter((subject, place) => subjects.indexOf(subject) !== place)
    .map((subject) => new DomainError('COMPARISON_TWICE', { subject }, `comparison.${what}`));
}
