// Two thousand payments of one borrower are released at the same moment against a limit that has room for a thousand: a thousand pass, to the fen, and every
// other is told why not. Two transactions that each see room for one more cannot both take it.
import { anOrder } from '@weilend/finance-service/domain/disbursement/order.builder.js';
import { makePayment } from '@weilend/finance-service/domain/disbursement/order.js';
import { noFacts, withDecision } from '@weilend/finance-service/domain/disbursement/application-facts.js';
import { FactsOfApplications } from '@weilend/finance-service/persistence/application-facts.repository.js';
import { DisbursementOrders } from '@weilend/finance-service/persistence/disbursement-order.repository.js';
import { Exposures } from '@weilend/finance-service/persistence/exposure.repository.js';
import { BorrowerExposures } from '@weilend/finance-service/use-cases/borrower-exposures.js';
import { CheckDisbursement } from '@weilend/finance-service/use-cases/check-disbursement/check-disbursement.use-case.js';
import { PaymentSignal } from '@weilend/finance-service/use-cases/settle-payment/payment-signal.js';
import { DomainError, newId, parseLocalDate } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { startTestServers } from '../../infra/local/servers.ts';
import { FINANCE, openFinanceBooks } from '../lib/finance-books.ts';
import type { FinanceBooks } from '../lib/finance-books.ts';
import { atOnce, rounded } from '../lib/measure.ts';
import type { Figures } from '../lib/named-scripts.ts';

const PAYMENTS = 2_000;
/** 50,000 yuan each, against a tenth of 500,000,000 yuan of net assets: the initial parameters. */
const ADMITTED = 1_000;
const CUSTOMER = newId('cus');
const maker = newId('emp');
const checker: Actor = { kind: 'employee', employeeId: newId('emp'), department: 'finance', roles: ['finance-manager'] };

export async function proveLimits(say: (line: string) => void): Promise<Figures> {
  const servers = await startTestServers();
  const books = await openFinanceBooks(servers.mongodbUri);
  try {
    say(`${PAYMENTS} payments of one borrower are made`);
    const orderIds = await makeOrders(books);
    const { database, work, parameters, clock } = books.platform;
    const exposures = new BorrowerExposures(new Exposures(database), parameters, clock);
    const orders = new DisbursementOrders(database);
    const check = new CheckDisbursement(work, database, orders, new FactsOfApplications(database), exposures, new PaymentSignal());
    const startedAt = performance.now();
    const answers = await Promise.all(orderIds.map((orderId) => release(check, orderId)));
    const seconds = rounded((performance.now() - startedAt) / 1_000);
    const passed = answers.filter((answer) => answer === 'passed').length;
    const refused = answers.filter((answer) => answer === 'CONCENTRATION_EXCEEDED').length;
    const reserved = await database.collection<{ reservedFen: number }>('exposures').findOne({ customerId: CUSTOMER } as never);
    const inState = await database.collection('disbursement_orders').countDocuments({ state: 'RESERVED' });
    const figures = { payments: PAYMENTS, passed, refused, ordersReserved: inState, reservedFen: reserved?.reservedFen, seconds };
    const isRight =
      passed === ADMITTED && refused === PAYMENTS - ADMITTED && inState === ADMITTED && reserved?.reservedFen === ADMITTED * 50_000_00;
    if (!isRight) throw new Error(`does not hold: ${JSON.stringify(figures)}`);
    return figures;
  } finally {
    await books.stop();
    await servers.stop();
  }
}

/** Asks again, as a person does, while others are in the way. */
async function release(check: CheckDisbursement, orderId: string): Promise<string> {
  for (;;) {
    try {
      await check.execute(checker, { requestKey: `release-${orderId}`, orderId });
      return 'passed';
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code !== 'CHANGED_MEANWHILE' && error.code !== 'REQUEST_IN_PROGRESS') return error.code;
    }
  }
}

async function makeOrders({ platform }: FinanceBooks): Promise<string[]> {
  const [orders, facts] = [new DisbursementOrders(platform.database), new FactsOfApplications(platform.database)];
  const ids: string[] = [];
  await atOnce(PAYMENTS, 16, async () => {
    const [id, applicationId, decisionId] = [newId('dis'), newId('app'), newId('dec')];
    const order = anOrder({ id, applicationId, decisionId, contractId: newId('con'), handoffId: newId('hof'), customerId: CUSTOMER });
    const { terms, participants } = order;
    const decided = {
      decisionId,
      result: 'APPROVED' as const,
      terms,
      validUntil: parseLocalDate('2099-12-31'),
      customerId: CUSTOMER,
      participants,
    };
    await platform.work.run({ actor: FINANCE, operation: 'make-orders' }, async (tx) => {
      await orders.insert({ ...makePayment(order, maker, terms.amountFen), openedAt: platform.clock.now() }, tx);
      await facts.put(withDecision(noFacts(applicationId), decided), tx);
    });
    ids.push(id);
  });
  return ids;
}
