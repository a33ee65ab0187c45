// A worker of finance that settles payments with a bank, for `npm run prove -- disbursement`. It kills itself (SIGKILL) at the named point when it passes it for
// the given time. Every fifth payment it settles twice at the same moment, so that the bank hears a request twice and its answer arrives twice.
import { setTimeout as pause } from 'node:timers/promises';
import { HttpBankChannel } from '@weilend/finance-service/adapters/http-bank.channel.js';
import type { BankAnswer } from '@weilend/finance-service/domain/disbursement/bank-answer.js';
import { FactsOfApplications } from '@weilend/finance-service/persistence/application-facts.repository.js';
import { CostSheets } from '@weilend/finance-service/persistence/cost-sheet.repository.js';
import { DisbursementOrders } from '@weilend/finance-service/persistence/disbursement-order.repository.js';
import { LateLoans } from '@weilend/finance-service/persistence/late-loan.repository.js';
import { Ledger } from '@weilend/finance-service/persistence/ledger.repository.js';
import { Exposures } from '@weilend/finance-service/persistence/exposure.repository.js';
import { BorrowerFreezes } from '@weilend/finance-service/persistence/measure.repository.js';
import { MergedCustomers } from '@weilend/finance-service/persistence/merged-customer.repository.js';
import { PayeeAccounts } from '@weilend/finance-service/persistence/payee-account.repository.js';
import { BonusPayments } from '@weilend/finance-service/persistence/bonus-payment.repository.js';
import { SalaryAccounts } from '@weilend/finance-service/persistence/salary-account.repository.js';
import { BonusSteps } from '@weilend/finance-service/use-cases/settle-bonus/bonus-steps.js';
import { Products } from '@weilend/finance-service/persistence/product.repository.js';
import { FreezeBook } from '@weilend/finance-service/use-cases/freeze-book.js';
import { LoanBooks } from '@weilend/finance-service/use-cases/loan-books.js';
import { OrderEnd } from '@weilend/finance-service/use-cases/order-end.js';
import { PaymentSending } from '@weilend/finance-service/use-cases/settle-payment/payment-sending.js';
import { PaymentSteps } from '@weilend/finance-service/use-cases/settle-payment/payment-steps.js';
import { PostDisbursement } from '@weilend/finance-service/use-cases/settle-payment/post-disbursement.js';
import { PaymentChannel } from '@weilend/finance-service/use-cases/settle-payment/payment-channel.port.js';
import type { PaymentRequest } from '@weilend/finance-service/use-cases/settle-payment/payment-channel.port.js';
import { SettlePayment } from '@weilend/finance-service/use-cases/settle-payment/settle-payment.use-case.js';
import { newId } from '@weilend/kernel';
import { Leases } from '@weilend/mongo';
import type { Lease, Tx } from '@weilend/mongo';
import { openFinanceBooks } from '../lib/finance-books.ts';

export interface PaymentWorker {
  readonly mongodbUri: string;
  readonly name: string;
  readonly key: string;
  readonly bank: { readonly url: string; readonly key: string; readonly timeoutMs: number };
  readonly leaseMs: number;
  readonly dieAt: { readonly point: string; readonly passing: number } | null;
}

const task = JSON.parse(process.argv[2] ?? '') as PaymentWorker;
let passed = 0;

function pass(point: string): void {
  if (task.dieAt?.point !== point || ++passed < task.dieAt.passing) return;
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way; nothing more of this process must happen.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
}

class MortalSteps extends PaymentSteps {
  override async prepare(orderId: string, tx: Tx): Promise<PaymentRequest | null> {
    pass('before-send-is-noted');
    return super.prepare(orderId, tx);
  }

  override async settle(orderId: string, answer: BankAnswer, tx: Tx): Promise<void> {
    await super.settle(orderId, answer, tx);
    pass('posted-before-commit');
  }
}

class MortalChannel extends PaymentChannel {
  private readonly bank = new HttpBankChannel(task.bank);

  override async pay(request: PaymentRequest): Promise<BankAnswer> {
    pass('send-noted-before-call');
    const answer = await this.bank.pay(request);
    pass('called-before-posting');
    return answer;
  }

  override query(requestId: string): Promise<BankAnswer> {
    return this.bank.query(requestId);
  }
}

const { platform, loans, exposures, stop } = await openFinanceBooks(task.mongodbUri, { name: task.name, key: task.key });
const { database, work, clock, outbox, handoffs, cipher } = platform;
const orders = new DisbursementOrders(database);
const books = new LoanBooks(loans, new Ledger(database), exposures, new LateLoans(database), clock);
const post = new PostDisbursement(orders, new CostSheets(database), new Products(database), books, handoffs, outbox);
const end = new OrderEnd(new FactsOfApplications(database), orders, exposures, handoffs, outbox);
const leases = new Leases(database, newId('prc'));
const freezes = new FreezeBook(new BorrowerFreezes(database), new MergedCustomers(database), new Exposures(database), clock);
const sending = new PaymentSending(database, orders, new PayeeAccounts(database, cipher), freezes, clock);
const steps = new MortalSteps(database, orders, sending, post, end);
const bonuses = new BonusSteps(
  database,
  new BonusPayments(database),
  new SalaryAccounts(database, cipher),
  new Ledger(database),
  handoffs,
  clock,
);
const settle = new SettlePayment(work, leases, steps, bonuses, new MortalChannel());

const isTwice = (orderId: string): boolean => orderId.charCodeAt(orderId.length - 1) % 5 === 0;

/** What fails is due again; a lease that was lost is somebody else's. */
async function settleOnce(orderId: string, lease: Lease, atOnce: number): Promise<void> {
  await Promise.allSettled(Array.from({ length: atOnce }, () => settle.execute(orderId, lease)));
}

const left = () => database.collection('disbursement_orders').countDocuments({ state: { $in: ['RESERVED', 'SENT'] } });

while ((await left()) > 0) {
  const due = await orders.dueIds(50);
  for (const orderId of due) {
    const lease = await leases.take('settle-payments', task.leaseMs);
    if (!lease) break;
    await settleOnce(orderId, lease, isTwice(orderId) ? 2 : 1);
    pass('posted-before-acknowledged');
  }
  await pause(50);
}
await stop();
