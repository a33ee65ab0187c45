// What the graph shows of an application in the end, against what the oracle expects of its row.
import type { ApplicationPage } from '../lib/application-page.ts';
import type { Expected } from '../oracle.ts';

/** Work that goes on after a loan is paid out, and so may stand open when the run is over. */
const GOES_ON: readonly string[] = ['care-for-loan'];
const OPEN: readonly string[] = ['OPEN', 'ACCEPTED', 'PAUSED'];

/** Every difference in words; none when the application is as it must be. */
export function differences(expected: Expected, page: ApplicationPage): string[] {
  const found: string[] = [];
  const must = (what: string, is: unknown, should: unknown): void => {
    if (is !== should) found.push(`${what} is ${String(is)}, must be ${String(should)}`);
  };
  must('stage', page.stage, expected.outcome);
  must('score', page.score, expected.score);
  must('recommendation', page.recommendation, expected.recommendation);
  must('decision', page.decision, expected.decision);
  must('rounds', page.rounds, expected.rounds);
  must('returned stages', page.stages.filter(({ name }) => name === 'RETURNED').length, expected.rounds - 1);
  must('paid out', page.disbursement?.state === 'PAID' ? page.disbursement.amountFen : 0, expected.paidOutFen);
  must('principal of the loan', page.loan?.principalFen ?? 0, expected.paidOutFen);
  return [...found, ...moneyProblems(page), ...openWork(page)];
}

/** A signed contract has one payment of exactly its amount, unless finance cancelled it in time; nothing else has one. */
export function moneyProblems({ contract, disbursement, loan, stage }: ApplicationPage): string[] {
  const isCancelled = stage === 'WITHDRAWN' && disbursement?.state === 'CANCELLED';
  const isSigned = contract?.state === 'SIGNED' && !isCancelled;
  if (!isSigned) return disbursement?.state === 'PAID' || loan ? ['money went out without a signed contract'] : [];
  if (disbursement?.state !== 'PAID' || !loan) return ['a signed contract was not paid out'];
  if (loan.disbursementId !== disbursement.id) return ['the loan is not the one of the payment'];
  const isExact = disbursement.amountFen === contract.amountFen && loan.principalFen === contract.amountFen;
  return isExact ? [] : [`contract ${contract.amountFen}, payment ${disbursement.amountFen} and loan ${loan.principalFen} fen differ`];
}

export function openWork({ handoffs, stage }: ApplicationPage): string[] {
  return handoffs
    .filter(({ state, type }) => OPEN.includes(state) && !(stage === 'DISBURSED' && GOES_ON.includes(type)))
    .map(({ type, state }) => `the work ${type} is still ${state}`);
}
