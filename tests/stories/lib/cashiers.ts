// What finance does with a signed contract: one person makes the payment, another releases it, the bank answers, and the loan runs. Money that comes back
// is posted once.
import type { Company } from './company.ts';
import { at, textAt } from './read.ts';
import type { Seen } from './watch.ts';
import type { Storyline } from './storyline.ts';

const ORDER = { field: 'application', select: 'id disbursement { id state amount }' };
const LOAN = { field: 'application', select: 'id loan { id principal disbursedOn disbursementId }' };

/** Waits for the order of an application in a state. */
export function awaitOrder(company: Company, story: Storyline, state: string): Promise<Seen> {
  return company
    .watch(company.one('finance-manager'), ORDER)
    .until(story.applicationId ?? '', `the disbursement order ${state}`, (one) => at(one, 'disbursement', 'state') === state);
}

/** Maker, then checker: from the opened order to the released payment. */
export async function payOut(company: Company, story: Storyline, turn: number): Promise<string> {
  const seen = await awaitOrder(company, story, 'OPEN');
  const orderId = textAt(seen, 'disbursement', 'id');
  await story.act(company.nth('finance-officer', turn), {
    verb: 'makeDisbursement',
    input: { orderId, amount: textAt(seen, 'disbursement', 'amount') },
    select: 'disbursementOrder { id state }',
  });
  await story.act(company.nth('finance-manager', turn), {
    verb: 'checkDisbursement',
    input: { orderId },
    select: 'disbursementOrder { id state }',
  });
  return orderId;
}

/** Waits until the money is out. @returns id of the loan. */
export async function awaitLoan(company: Company, story: Storyline): Promise<string> {
  const seen = await company
    .watch(company.one('finance-manager'), LOAN)
    .until(story.applicationId ?? '', 'the loan', (one) => at(one, 'loan', 'id') !== null);
  return textAt(seen, 'loan', 'id');
}

/** Posts money of a borrower, in yuan. */
export async function receive(
  company: Company,
  story: Storyline,
  payment: { loanId: string; amount: string; transactionId: string },
): Promise<void> {
  const { loanId, amount, transactionId } = payment;
  const input = { loanId, amount, paidOn: await company.today(), channel: 'BANK', channelTransactionId: transactionId };
  await story.act(company.one('finance-officer'), { verb: 'recordRepayment', input, select: 'loan { id outstanding }' });
}
