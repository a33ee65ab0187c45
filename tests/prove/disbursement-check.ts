// What must be true after the payments of `npm run prove -- disbursement`, read from the bank's record and from finance's database, each by itself.
import { ACCOUNTS, firstBreak } from '@weilend/finance-service/domain/ledger/journal.js';
import { Ledger } from '@weilend/finance-service/persistence/ledger.repository.js';
import { JOURNAL } from '@weilend/finance-service/persistence/ledger.schema.js';
import { ledgerOf } from '../lib/finance-books.ts';
import type { FinanceBooks } from '../lib/finance-books.ts';
import type { BankRecord } from '../lib/unreliable-bank.ts';

type Records = ReadonlyMap<string, BankRecord>;

interface OrderRow {
  readonly _id: string;
  readonly state: string;
  readonly contractId: string;
  readonly loanId: string | null;
  readonly terms: { readonly amountFen: number };
  readonly payment: { readonly sends: number; readonly queries: number };
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.has(value) || (seen.add(value), false));
}

export function bankFigures(records: Records) {
  const all = [...records.values()];
  const paid = all.filter(({ outcome }) => outcome === 'PAID');
  return {
    requests: all.length,
    repeatedRequests: all.filter(({ arrivals }) => arrivals > 1).length,
    paid: paid.length,
    refused: all.filter(({ outcome }) => outcome === 'REFUSED').length,
    paidFen: sumOf(paid.map(({ amountFen }) => amountFen)),
  };
}

const ordersOf = ({ platform: { database } }: FinanceBooks): Promise<OrderRow[]> =>
  database.collection<OrderRow>('disbursement_orders').find().toArray();

export async function booksFigures(books: FinanceBooks) {
  const orders = await ordersOf(books);
  const { database, clock } = books.platform;
  const balances = await new Ledger(database).trialBalance(clock.today());
  const loans = await database.collection<{ _id: string; principalFen: number }>('loans').find().toArray();
  const exposures = await database.collection<{ _id: string; outstandingFen: number; reservedFen: number }>('exposures').find().toArray();
  const balanceOf = (account: string): number => {
    const row = balances.find((one) => one.account === account);
    return (row?.debitFen ?? 0) - (row?.creditFen ?? 0);
  };
  return {
    paid: orders.filter(({ state }) => state === 'PAID').length,
    returned: orders.filter(({ state }) => state === 'RETURNED').length,
    open: orders.filter(({ state }) => state !== 'PAID' && state !== 'RETURNED').length,
    wereUnknown: orders.filter(({ payment }) => payment.queries > 0).length,
    sentAgain: orders.filter(({ payment }) => payment.sends > 1).length,
    paidFen: sumOf(orders.filter(({ state }) => state === 'PAID').map(({ terms }) => terms.amountFen)),
    loans: loans.length,
    loansFen: sumOf(loans.map(({ principalFen }) => principalFen)),
    entries: await ledgerOf(books).collection(JOURNAL).countDocuments({ kind: 'DISBURSEMENT' }),
    ledgerLoansFen: balanceOf(ACCOUNTS.LOANS),
    ledgerFundsFen: balanceOf(ACCOUNTS.FUNDS),
    ledgerDifferenceFen: sumOf(balances.map(({ debitFen, creditFen }) => debitFen - creditFen)),
    outstandingFen: sumOf(exposures.map(({ outstandingFen }) => outstandingFen)),
    reservedFen: sumOf(exposures.map(({ reservedFen }) => reservedFen)),
  };
}

/** Everything that is not as it must be, in words. */
export async function deviations(books: FinanceBooks, records: Records, contracts: number): Promise<string[]> {
  const [bank, finance, orders] = [bankFigures(records), await booksFigures(books), await ordersOf(books)];
  const sums = { ...finance, ledgerFundsFen: -finance.ledgerFundsFen };
  const wrong: string[] = [];
  for (const figure of ['paidFen', 'loansFen', 'ledgerLoansFen', 'ledgerFundsFen', 'outstandingFen'] as const)
    if (sums[figure] !== bank.paidFen) wrong.push(`${figure} is ${sums[figure]}, the bank paid ${bank.paidFen}`);
  for (const figure of ['paid', 'loans', 'entries'] as const)
    if (finance[figure] !== bank.paid) wrong.push(`${figure}: ${finance[figure]}, the bank paid ${bank.paid}`);
  for (const figure of ['open', 'reservedFen', 'ledgerDifferenceFen'] as const)
    if (finance[figure] !== 0) wrong.push(`${figure} is ${finance[figure]}`);
  if (finance.paid + finance.returned !== contracts)
    wrong.push(`${contracts} contracts, ${finance.paid} paid, ${finance.returned} returned`);
  if (finance.returned !== bank.refused) wrong.push(`${finance.returned} returned, the bank refused ${bank.refused}`);
  const paidTwice = repeated([...records.values()].filter(({ outcome }) => outcome === 'PAID').map(({ contractId }) => contractId));
  if (paidTwice.length > 0) wrong.push(`the bank paid contracts twice: ${paidTwice.join(', ')}`);
  for (const order of orders) wrong.push(...(await deviationsOf(order, records.get(order._id), books)));
  return [...wrong, ...(await messagesWrong(books, orders))];
}

async function deviationsOf(order: OrderRow, record: BankRecord | undefined, { platform: { database } }: FinanceBooks): Promise<string[]> {
  const wrong: string[] = [];
  const expected = record?.outcome === 'PAID' ? 'PAID' : 'RETURNED';
  if (order.state !== expected) wrong.push(`${order._id} is ${order.state}, the bank says ${record?.outcome ?? 'nothing'}`);
  if (record && record.amountFen !== order.terms.amountFen) wrong.push(`${order._id}: another amount at the bank`);
  if (!order.loanId) return wrong;
  const loan = await database.collection<{ _id: string; chain: { hash: string } }>('loans').findOne({ _id: order.loanId });
  const entries = await new Ledger(database).entriesOf(order.loanId);
  if (entries.length !== 1 || firstBreak(entries) !== null || entries[0]?.hash !== loan?.chain.hash)
    wrong.push(`${order._id}: ${entries.length} entries, or a broken chain`);
  return wrong;
}

/** One announcement of each payment, and each handoff closed as its order ended. */
async function messagesWrong({ platform: { database } }: FinanceBooks, orders: readonly OrderRow[]): Promise<string[]> {
  const rows = await database
    .collection<{ _id: string; envelope: { id: string; type: string; data: { contractId?: string; handoffId?: string } } }>('outbox')
    .find({}, { projection: { 'envelope.id': 1, 'envelope.type': 1, 'envelope.data': 1 } })
    .toArray();
  const messages = [...new Map(rows.map(({ envelope }) => [envelope.id, envelope])).values()];
  const told = messages.filter(({ type }) => type === 'finance.loan-disbursed.v1').map(({ data }) => data.contractId ?? '');
  const paid = orders.filter(({ state }) => state === 'PAID').map(({ contractId }) => contractId);
  const wrong: string[] = [];
  if (told.length !== paid.length || repeated(told).length > 0 || paid.some((contractId) => !told.includes(contractId)))
    wrong.push(`${told.length} payments were announced of ${paid.length}`);
  const count = (type: string): number => messages.filter((message) => message.type === type).length;
  const closed = [count('finance.handoff-completed.v1'), count('finance.handoff-returned.v1'), count('handoff.care-for-loan.v1')];
  const expected = [paid.length, orders.length - paid.length, paid.length];
  if (closed.join() !== expected.join()) wrong.push(`handoffs completed, returned, given on: ${closed.join()}, not ${expected.join()}`);
  const open = await database.collection('handoffs').countDocuments({ direction: 'in', state: 'open' } as never);
  if (open > 0) wrong.push(`${open} handoffs are open`);
  return wrong;
}
