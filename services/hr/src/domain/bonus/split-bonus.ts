import { divideRounded, sumFen } from '@weilend/kernel';
import type { Fen } from '@weilend/kernel';
import type { AppraisalFact, Figures } from '../appraisal/indicator.js';

/**
 * What each loan of the quarter contributes to the bonus of who sold it: by its amount, exactly, so that the parts sum to the bonus to the fen and a
 * loan that turns bad later takes back its own part and no other's [5.6].
 */
export interface SoldLoan {
  readonly loanId: string;
  readonly amountFen: Fen;
}

type SaleFact = Pick<AppraisalFact, 'kind' | 'aboutId' | 'value'>;

export interface LoanPart extends SoldLoan {
  readonly partFen: Fen;
  readonly deferredFen: Fen;
}

/**
 * The loans behind the frozen figures of a closed sheet: what became known of the quarter only after the sheet was closed does not count in it.
 * Facts come in the order in which they became known; the last moment at which they came to the figures is that of the closing, for a sum that was
 * reached on the way may be left again. A loan that was taken back in its own quarter is none of them.
 */
export function loansBehind(facts: readonly SaleFact[], figures: Pick<Figures, 'disbursedFen' | 'loans'>): readonly SoldLoan[] {
  const net = new Map<string, Fen>();
  for (const { kind, aboutId, value } of facts.slice(0, closingOf(facts, figures)))
    if (signOf(kind) !== 0) net.set(aboutId, (net.get(aboutId) ?? 0) + signOf(kind) * value);
  return [...net].filter(([, amountFen]) => amountFen > 0).map(([loanId, amountFen]) => ({ loanId, amountFen }));
}

/** How many of the facts the figures were counted from; all of them when they never came to the figures. */
function closingOf(facts: readonly SaleFact[], figures: Pick<Figures, 'disbursedFen' | 'loans'>): number {
  let [sumOfAll, count] = [0, 0];
  let last = figures.disbursedFen === 0 && figures.loans === 0 ? 0 : facts.length;
  facts.forEach(({ kind, value }, at) => {
    [sumOfAll, count] = [sumOfAll + signOf(kind) * value, count + signOf(kind)];
    if (sumOfAll === figures.disbursedFen && count === figures.loans) last = at + 1;
  });
  return last;
}

const signOf = (kind: AppraisalFact['kind']): number => (kind === 'LOAN_DISBURSED' ? 1 : kind === 'LOAN_REVERSED' ? -1 : 0);

/**
 * Splits total and deferred part over the loans by amount; the running sums are rounded, so that nothing is lost or made, and the deferred part of a
 * loan is cut out of its own part.
 */
export function splitBonus(loans: readonly SoldLoan[], of: { readonly totalFen: Fen; readonly deferredFen: Fen }): readonly LoanPart[] {
  const whole = sumFen(loans.map(({ amountFen }) => amountFen));
  const share = (amount: Fen, reached: Fen, all: Fen): Fen =>
    all === 0 ? 0 : Number(divideRounded(BigInt(amount) * BigInt(reached), BigInt(all), 'HALF_UP'));
  let [reached, given, deferred] = [0, 0, 0];
  return loans.map((loan) => {
    const before = { given, deferred };
    reached += loan.amountFen;
    given = share(of.totalFen, reached, whole);
    deferred = share(of.deferredFen, given, of.totalFen);
    return { ...loan, partFen: given - before.given, deferredFen: deferred - before.deferred };
  });
}
