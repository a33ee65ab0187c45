// A thousand contracts are paid out through a bank that times out, pays late, refuses, loses requests and sends changed answers, by workers that are killed
// (SIGKILL) at each step of a payment and paused for longer than their lease. In the end the bank's own record and ours must say the same, to the fen: each
// contract paid once or given back, nothing left open, one loan, one ledger entry and one announcement of each payment.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeCostSheet } from '@weilend/finance-service/domain/cost-sheet/cost-sheet.js';
import { anOrder } from '@weilend/finance-service/domain/disbursement/order.builder.js';
import { checkPayment, makePayment } from '@weilend/finance-service/domain/disbursement/order.js';
import { aProduct } from '@weilend/finance-service/domain/product/product.builder.js';
import { CostSheets } from '@weilend/finance-service/persistence/cost-sheet.repository.js';
import { DisbursementOrders } from '@weilend/finance-service/persistence/disbursement-order.repository.js';
import { PayeeAccounts } from '@weilend/finance-service/persistence/payee-account.repository.js';
import { Products } from '@weilend/finance-service/persistence/product.repository.js';
import { newId, parseRate } from '@weilend/kernel';
import { startTestServers } from '../../infra/local/servers.ts';
import { randomOf } from '../bench/day-end/book.ts';
import { FINANCE, newKey, openFinanceBooks } from '../lib/finance-books.ts';
import type { FinanceBooks } from '../lib/finance-books.ts';
import { atOnce, rounded } from '../lib/measure.ts';
import type { Figures } from '../lib/named-scripts.ts';
import { BANK_WAYS, UnreliableBank } from '../lib/unreliable-bank.ts';
import type { BankWay } from '../lib/unreliable-bank.ts';
import { bankFigures, booksFigures, deviations } from './disbursement-check.ts';
import type { PaymentWorker } from './disbursement-child.ts';

const CONTRACTS = 1_000;
const POINTS = [
  'before-send-is-noted',
  'send-noted-before-call',
  'called-before-posting',
  'posted-before-commit',
  'posted-before-acknowledged',
] as const;
const KILLS_EACH = 4;
const WORKERS = 3;
const BANK_TIMEOUT_MS = 400;
const LEASE_MS = 2_000;
const PAUSE_EVERY_MS = 20_000;
const LIMIT_MS = 25 * 60_000;

export async function proveDisbursement(say: (line: string) => void): Promise<Figures> {
  const servers = await startTestServers();
  const [name, key, bankKey] = [newId('fin'), newKey(), newKey()];
  const books = await openFinanceBooks(servers.mongodbUri, { name, key });
  const ways = new Map<string, BankWay>();
  const bank = new UnreliableBank(bankKey, (contractId) => ways.get(contractId) ?? 'PAYS');
  try {
    await releaseContracts(books, ways);
    say(`${CONTRACTS} payments are released`);
    const channel = { url: await bank.start(), key: bankKey, timeoutMs: BANK_TIMEOUT_MS };
    const startedAt = performance.now();
    const storm = await payAll(books, { mongodbUri: servers.mongodbUri, name, key, bank: channel, leaseMs: LEASE_MS }, say);
    const figures = {
      ...{ contracts: CONTRACTS, ...storm, seconds: rounded((performance.now() - startedAt) / 1_000) },
      bank: bankFigures(bank.records),
      finance: await booksFigures(books),
    };
    const wrong = await deviations(books, bank.records, CONTRACTS);
    if (Object.values(storm.kills).some((kills) => kills < KILLS_EACH)) wrong.push('a point was not reached often enough');
    if (wrong.length > 0) throw new Error(`does not hold: ${JSON.stringify({ wrong, figures }, null, 2)}`);
    return figures;
  } finally {
    await bank.stop();
    await books.stop();
    await servers.stop();
  }
}

type Task = Omit<PaymentWorker, 'dieAt'>;

/** Workers until nothing is left to be settled: one holds the lease, the others wait for it. */
async function payAll(books: FinanceBooks, task: Task, say: (line: string) => void) {
  const kills: Record<string, number> = Object.fromEntries(POINTS.map((point) => [point, 0]));
  const random = randomOf(7);
  const running = new Set<ChildProcess>();
  const deadline = performance.now() + LIMIT_MS;
  let pauses = 0;
  let lastPauseAt = performance.now();
  try {
    while ((await openPayments(books)) > 0) {
      if (performance.now() > deadline) throw new Error(`${await openPayments(books)} payments are still open after ${LIMIT_MS} ms`);
      while (running.size < WORKERS) {
        // A worker that lives would keep the lease to the end: until each point was reached often enough, every worker is to die at one.
        const wanting = POINTS.filter((one) => (kills[one] ?? 0) < KILLS_EACH);
        const point = wanting.find((one) => (kills[one] ?? 0) + busyWith(running, one) < KILLS_EACH) ?? wanting[0];
        follow(startWorker({ ...task, dieAt: point ? { point, passing: 1 + Math.floor(random() * 40) } : null }, point), running, kills);
      }
      if (performance.now() - lastPauseAt > PAUSE_EVERY_MS) {
        pauses += await pauseOne(running);
        lastPauseAt = performance.now();
        say(`${await openPayments(books)} open, killed ${JSON.stringify(kills)}, paused ${pauses}`);
      }
      await pause(100);
    }
    return { kills, pauses };
  } finally {
    for (const child of running) child.kill('SIGKILL');
  }
}

const doomed = new WeakMap<ChildProcess, string>();
const busyWith = (running: ReadonlySet<ChildProcess>, point: string): number =>
  [...running].filter((child) => doomed.get(child) === point).length;

function startWorker(task: PaymentWorker, point: string | undefined): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'disbursement-child.ts'), JSON.stringify(task)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (point) doomed.set(child, point);
  return child;
}

/** Counts the deaths; a worker that ends otherwise while there is work is replaced all the same. */
function follow(child: ChildProcess, running: Set<ChildProcess>, kills: Record<string, number>): void {
  running.add(child);
  void once(child, 'exit').then(([, signal]) => {
    running.delete(child);
    const point = doomed.get(child);
    if (signal === 'SIGKILL' && point) kills[point] = (kills[point] ?? 0) + 1;
  });
}

/** Stops a worker for longer than its lease and lets it go on: it must write nothing more of what it was at. */
async function pauseOne(running: ReadonlySet<ChildProcess>): Promise<number> {
  const [child] = running;
  if (!child?.kill('SIGSTOP')) return 0;
  await pause(LEASE_MS * 1.5);
  child.kill('SIGCONT');
  return 1;
}

const openPayments = ({ platform: { database } }: FinanceBooks): Promise<number> =>
  database.collection('disbursement_orders').countDocuments({ state: { $in: ['RESERVED', 'SENT'] } });

/** Each contract with a borrower, an amount and an account of its own, made and checked; the bank's ways in turn. */
async function releaseContracts({ platform, exposures }: FinanceBooks, ways: Map<string, BankWay>): Promise<void> {
  const { database, work, clock, cipher } = platform;
  const [orders, accounts] = [new DisbursementOrders(database), new PayeeAccounts(database, cipher)];
  const { productId, costSheetId } = await priced(platform);
  let made = 0;
  await atOnce(CONTRACTS, 8, async () => {
    const no = made++;
    const ids = {
      id: newId('dis'),
      applicationId: newId('app'),
      contractId: newId('con'),
      handoffId: newId('hof'),
      customerId: newId('cus'),
    };
    const payeeAccountId = newId('acc');
    ways.set(ids.contractId, BANK_WAYS[no % BANK_WAYS.length] ?? 'PAYS');
    const facts = { ...ids, salespersonId: newId('emp'), decisionId: newId('dec'), costSheetId, payeeAccountId };
    const plain = anOrder(facts);
    const order = { ...plain, terms: { ...plain.terms, productId, amountFen: 10_000_00 + no } };
    await work.run({ actor: FINANCE, operation: 'release-contracts' }, async (tx) => {
      const account = {
        holderName: '张三',
        accountNumber: '6222020000000000000',
        bankCode: '102100099996',
        maskedHolder: '张*',
        maskedAccount: '****',
      };
      const keys = { customerId: ids.customerId, nameIndex: 'n', accountIndex: 'a', registeredBy: 'finance', registeredAt: clock.now() };
      await accounts.insert({ id: payeeAccountId, version: 0, ...account, ...keys }, tx);
      await exposures.reserve(order, order.terms.amountFen, tx);
      const released = checkPayment(makePayment(withParticipants(order), newId('emp'), order.terms.amountFen), newId('emp'), new Date());
      await orders.insert({ ...released, openedAt: clock.now() }, tx);
      await platform.handoffs.open('disburse-loan', { handoffId: ids.handoffId, subject: ids.applicationId, data: {} } as never, tx);
    });
  });
}

const withParticipants = (order: ReturnType<typeof anOrder>) => ({
  ...order,
  participants: [{ role: 'SALESPERSON' as const, employeeId: order.salespersonId }],
});

/** One product and one cost sheet: what is proved is not the price. */
async function priced({ database, work, clock }: FinanceBooks['platform']): Promise<{ productId: string; costSheetId: string }> {
  const [productId, costSheetId] = [newId('prd'), newId('cst')];
  const product = { ...aProduct({ effectiveFrom: clock.today() }), id: productId };
  const [version] = product.versions;
  if (!version) throw new Error('the product has no version');
  const { terms } = anOrder();
  const request = { contractId: newId('con'), applicationId: newId('app'), terms: { ...terms, productId }, startOn: clock.today() };
  const content = makeCostSheet(version, request, parseRate('0.24'));
  const sheet = { ...content, id: costSheetId, version: 0, salespersonId: null, hash: 'h', termsHash: 't', issuedAt: clock.now() };
  await work.run({ actor: FINANCE, operation: 'price' }, async (tx) => {
    await new Products(database).insert({ ...product, version: 0 }, tx);
    await new CostSheets(database).insert(sheet, tx);
  });
  return { productId, costSheetId };
}
