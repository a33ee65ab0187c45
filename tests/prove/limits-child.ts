// A process of finance that releases many payments at the same moment, for `npm run prove -- limits`: nobody asks a second time, every payment gets one answer.
import { once } from 'node:events';
import { FactsOfApplications } from '@weilend/finance-service/persistence/application-facts.repository.js';
import { DisbursementOrders } from '@weilend/finance-service/persistence/disbursement-order.repository.js';
import { CheckDisbursement } from '@weilend/finance-service/use-cases/check-disbursement/check-disbursement.use-case.js';
import { PaymentRelease } from '@weilend/finance-service/use-cases/payment-release.js';
import { PaymentSignal } from '@weilend/finance-service/use-cases/settle-payment/payment-signal.js';
import { Exposures } from '@weilend/finance-service/persistence/exposure.repository.js';
import { BorrowerFreezes } from '@weilend/finance-service/persistence/measure.repository.js';
import { MergedCustomers } from '@weilend/finance-service/persistence/merged-customer.repository.js';
import { FreezeBook } from '@weilend/finance-service/use-cases/freeze-book.js';
import { DomainError, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { openFinanceBooks } from '../lib/finance-books.ts';

const [mongodbUri = '', name = ''] = process.argv.slice(2);
const books = await openFinanceBooks(mongodbUri, { name });
const { database, work } = books.platform;
const orders = new DisbursementOrders(database);
const freezes = new FreezeBook(new BorrowerFreezes(database), new MergedCustomers(database), new Exposures(database), books.platform.clock);
const released = new PaymentRelease(orders, new FactsOfApplications(database), books.exposures, freezes);
const check = new CheckDisbursement(work, database, orders, released, new PaymentSignal());
const checker: Actor = { kind: 'employee', employeeId: newId('emp'), department: 'finance', roles: ['finance-manager'] };

async function release(orderId: string): Promise<string> {
  try {
    await check.execute(checker, { requestKey: `release-${orderId}`, orderId });
    return 'passed';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
}

process.send?.('ready');
const [orderIds] = (await once(process, 'message')) as [string[]];
process.send?.(await Promise.all(orderIds.map(release)));
await books.stop();
process.disconnect();
