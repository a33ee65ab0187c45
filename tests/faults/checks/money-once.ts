// I1: each approved and signed loan has exactly one posted disbursement and one request at the bank, and none has one without the other.
import type { MoneyFacts, OrderFact, Verdict } from './facts.ts';
import { repeated } from './facts.ts';

const LETS_MONEY_OUT = new Set(['APPROVED', 'CONDITIONAL']);

export function moneyOnce(money: MoneyFacts): Verdict {
  const signed = money.contracts.filter(({ state }) => state === 'SIGNED');
  const posted = money.journal.filter(({ kind }) => kind === 'DISBURSEMENT');
  const known = new Set(signed.map(({ _id }) => `disbursement:${_id}`));
  return {
    checked: signed.length,
    problems: [
      ...signed.flatMap((contract) => contractProblems(contract, money)),
      ...posted.filter(({ idemKey }) => !known.has(idemKey)).map(({ idemKey }) => `${idemKey} was posted without a signed contract`),
      ...repeated(posted, ({ idemKey }) => idemKey).map(([key, entries]) => `${key} was posted ${entries.length} times`),
      ...money.bank.filter(({ paid }) => paid).flatMap((request) => bankProblems(request, money.orders)),
      ...repeated(money.repayments, ({ channel, channelTransactionId }) => `${channel}/${channelTransactionId}`).map(
        ([transaction, rows]) => `the transaction ${transaction} of a channel was posted ${rows.length} times`,
      ),
    ],
  };
}

function contractProblems({ _id, applicationId }: MoneyFacts['contracts'][number], money: MoneyFacts): string[] {
  const orders = money.orders.filter(({ contractId }) => contractId === _id);
  const paid = orders.filter(({ state }) => state === 'PAID');
  const entries = money.journal.filter(({ idemKey }) => idemKey === `disbursement:${_id}`);
  const requests = money.bank.filter(({ _id: id, paid: isPaid }) => isPaid && orders.some((order) => order._id === id));
  const loans = money.loans.filter(({ contractId }) => contractId === _id);
  const found: string[] = [];
  // Finance stopped the payment because the customer stepped back after signing: nothing may have gone out.
  const wanted = orders.some(({ state }) => state === 'CANCELLED') ? 0 : 1;
  const one = (what: string, count: number): void => {
    if (count !== wanted) found.push(`contract ${_id} has ${count} ${what}`);
  };
  one('paid orders', paid.length);
  one('posted disbursements', entries.length);
  one('paid requests at the bank', requests.length);
  one('loans', loans.length);
  if (!money.decisions.some((decision) => decision.applicationId === applicationId && LETS_MONEY_OUT.has(decision.result)))
    found.push(`contract ${_id} was signed without an approval`);
  const amounts = new Set([
    ...paid.map(({ terms }) => terms.amountFen),
    ...requests.map(({ amountFen }) => amountFen),
    ...loans.map(({ principalFen }) => principalFen),
  ]);
  if (amounts.size > 1) found.push(`contract ${_id} has several amounts: ${[...amounts].join(', ')} fen`);
  return found;
}

function bankProblems(request: MoneyFacts['bank'][number], orders: readonly OrderFact[]): string[] {
  const order = orders.find(({ _id }) => _id === request._id);
  return order?.state === 'PAID' ? [] : [`the bank paid ${request._id}, whose order is ${order?.state ?? 'unknown'}`];
}
