import { parseLocalDate, quarterOf, quartersAfter } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { AppraisalFact, FactKind } from '../appraisal/indicator.js';
import { newClaims, owes, stands, startLoan } from './sold-loan.js';
import type { LoanStart, SoldLoan, Standing } from './sold-loan.js';

/**
 * What the appraisal hears from the other departments (考核事实来源), written down once, in the order of hearing, and
 * never changed. Every fact follows from it, so that all facts can be made again from what was heard and must come out
 * the same. A fact counts in the quarter in which it happened; what is heard after that was closed for the person
 * corrects the first later quarter that was not.
 */
export type Saying =
  | {
      readonly kind: 'PLAIN';
      readonly fact: FactKind;
      readonly value: number;
      readonly marked: boolean;
      readonly on: LocalDate;
      readonly detail?: string | null;
    }
  | { readonly kind: 'LOAN_PAID_OUT'; readonly loan: LoanStart; readonly amountFen: number }
  | { readonly kind: 'LOAN_OWES'; readonly on: LocalDate; readonly outstandingFen: number }
  | { readonly kind: 'LOAN_STANDS'; readonly standing: Standing }
  | { readonly kind: 'LOAN_WRITTEN_OFF'; readonly on: LocalDate }
  | { readonly kind: 'LOAN_TAKEN_BACK'; readonly on: LocalDate }
  | { readonly kind: 'CUSTOMER_MERGED'; readonly on: LocalDate; readonly survivorId: string; readonly first: boolean };

export interface Heard {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  readonly aboutId: string;
  readonly saying: Saying;
  /** Quarters that were closed for the person when this was heard, as far as it could count in them. */
  readonly closed: readonly string[];
}

export type FactDraft = Omit<AppraisalFact, 'id' | 'version'>;

export interface Consequence {
  /** The loan as it is known now; null for what is about no loan. */
  readonly loan: SoldLoan | null;
  readonly facts: readonly FactDraft[];
}

/** What follows from one more thing that was heard, after what was known of the loan. */
export function follow(loan: SoldLoan | null, heard: Pick<Heard, 'employeeId' | 'aboutId' | 'saying' | 'closed'>): Consequence {
  const { saying } = heard;
  if (saying.kind === 'PLAIN') return { loan, facts: [draft(heard, { ...saying, kind: saying.fact })] };
  const after = saying.kind === 'LOAN_PAID_OUT' ? startLoan(saying.loan, saying.amountFen) : loan && changed(loan, saying);
  if (!after) return { loan, facts: [] };
  const balances = newClaims(loan, after).map((claim) => draft(heard, { ...claim, marked: false }));
  return { loan: { ...after, version: loan?.version ?? 0 }, facts: [...countsOf(heard, loan), ...balances] };
}

/** All facts about one loan, customer, ticket, violation or session, made again from what was heard about it. */
export function followAll(heard: readonly Heard[]): Consequence {
  let loan: SoldLoan | null = null;
  const facts: FactDraft[] = [];
  for (const one of heard) {
    const next = follow(loan, one);
    loan = next.loan;
    facts.push(...next.facts);
  }
  return { loan, facts };
}

/** The quarter in which a day counts for a person: its own, or the first later one that was not closed. */
export function countingQuarter(on: LocalDate, closed: readonly string[]): string {
  let quarter = quarterOf(on);
  while (closed.includes(quarter)) quarter = quartersAfter(quarter, 1);
  return quarter;
}

/** Earliest day that something heard can count for: closed quarters before it do not matter to it. */
export function earliestDay(loan: SoldLoan | null, saying: Saying): LocalDate {
  const isOfSale = saying.kind === 'LOAN_TAKEN_BACK' || saying.kind === 'CUSTOMER_MERGED';
  return loan && isOfSale ? loan.disbursedOn : dayOf(saying);
}

/** A fact that counts later than it should: a correction of a quarter that was closed. */
export function isCorrection({ quarter, occurredOn, belongsTo }: Pick<AppraisalFact, 'quarter' | 'occurredOn' | 'belongsTo'>): boolean {
  return (belongsTo ?? quarterOf(parseLocalDate(occurredOn))) !== quarter;
}

function changed(loan: SoldLoan, saying: Saying): SoldLoan {
  switch (saying.kind) {
    case 'LOAN_OWES':
      return owes(loan, saying.on, saying.outstandingFen);
    case 'LOAN_STANDS':
      return stands(loan, saying.standing);
    case 'LOAN_WRITTEN_OFF':
      return { ...loan, writtenOffOn: saying.on };
    case 'LOAN_TAKEN_BACK':
      return { ...loan, reversed: true };
    case 'CUSTOMER_MERGED':
      return { ...loan, customerId: saying.survivorId, first: loan.first && saying.first };
    default:
      return loan;
  }
}

/** The loan as a sale: counted when paid out, counted off when taken back, its customer no new one when he turns out to be known. */
function countsOf(heard: Pick<Heard, 'employeeId' | 'aboutId' | 'saying' | 'closed'>, loan: SoldLoan | null): FactDraft[] {
  const { saying } = heard;
  if (saying.kind === 'LOAN_PAID_OUT') {
    const { disbursedOn: on, first: marked } = saying.loan;
    return [draft(heard, { kind: 'LOAN_DISBURSED', value: saying.amountFen, marked, on })];
  }
  if (!loan || loan.reversed) return [];
  // Both count in the quarter of the sale, though they happened later.
  const counts = { quarter: countingQuarter(loan.disbursedOn, heard.closed), belongsTo: quarterOf(loan.disbursedOn) };
  if (saying.kind === 'LOAN_TAKEN_BACK') {
    const value = loan.balances[0]?.fen ?? 0;
    return [{ ...draft(heard, { kind: 'LOAN_REVERSED', value, marked: loan.first, on: saying.on }), ...counts }];
  }
  if (saying.kind !== 'CUSTOMER_MERGED' || !loan.first || saying.first) return [];
  return [{ ...draft(heard, { kind: 'CUSTOMER_MERGED', value: 1, marked: false, on: saying.on }), ...counts }];
}

function draft(
  { employeeId, aboutId, closed }: Pick<Heard, 'employeeId' | 'aboutId' | 'closed'>,
  of: { kind: FactKind; value: number; marked: boolean; on: LocalDate; detail?: string | null },
): FactDraft {
  const { kind, value, marked, on, detail = null } = of;
  const counts = { quarter: countingQuarter(on, closed), belongsTo: quarterOf(on) };
  return { employeeId, ...counts, kind, aboutId, value, marked, occurredOn: on, detail };
}

function dayOf(saying: Saying): LocalDate {
  switch (saying.kind) {
    case 'LOAN_PAID_OUT':
      return saying.loan.disbursedOn;
    case 'LOAN_STANDS':
      return saying.standing.on;
    default:
      return saying.on;
  }
}
