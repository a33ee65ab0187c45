import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { invariant, newId } from '@weilend/kernel';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { markPaid } from '../../domain/disbursement/order.js';
import { servicingOfLoan } from '../../domain/loan/servicing.js';
import { openLoan } from '../../domain/loan/loan.js';
import type { Loan } from '../../domain/loan/loan.js';
import { priceLoan } from '../../domain/quote/price-loan.js';
import { CostSheets } from '../../persistence/cost-sheet.repository.js';
import { DisbursementOrders } from '../../persistence/disbursement-order.repository.js';
import type { StoredOrder } from '../../persistence/disbursement-order.repository.js';
import { Products } from '../../persistence/product.repository.js';
import { LoanBooks } from '../loan-books.js';

/**
 * The bank paid: ledger entry, loan with its schedule, order, exposure, the news to the others and both handoffs, in one
 * transaction. Three unique keys (order per contract, loan per contract, journal key) make it once, whatever repeats [4.19].
 */
@Injectable()
export class PostDisbursement {
  constructor(
    private readonly orders: DisbursementOrders,
    private readonly sheets: CostSheets,
    private readonly products: Products,
    private readonly books: LoanBooks,
    private readonly handoffs: Handoffs,
    private readonly outbox: Outbox,
  ) {}

  async apply(order: StoredOrder, reference: string, tx: Tx): Promise<void> {
    const { loan, firstLoan } = await this.books.paidOut(await this.loanOf(order, tx), tx);
    await this.orders.save({ ...order, ...markPaid(order, loan.id, reference) }, tx);
    await this.outbox.add(event('finance.loan-disbursed.v1', order.applicationId, disbursed(order, loan, firstLoan)), tx);
    await this.handoffs.complete(order.handoffId, { disbursementId: order.id, loanId: loan.id, amountFen: loan.principalFen }, tx);
    const { applicationId, contractId, customerId, salespersonId, participants } = order;
    const care = {
      applicationId,
      participants: [...participants],
      loanId: loan.id,
      contractId,
      customerId,
      salespersonId,
      disbursedOn: loan.disbursedOn,
    };
    await this.handoffs.send('care-for-loan', { subject: applicationId, data: care }, tx);
  }

  /** The schedule that the cost sheet showed, from the day the money left. */
  private async loanOf(order: StoredOrder, tx: Tx): Promise<Loan> {
    const { productVersion, contingent } = await this.sheets.get(order.costSheetId, tx);
    const product = await this.products.get(order.terms.productId, tx);
    const version = product.versions.find((one) => one.no === productVersion);
    const disbursedOn = order.payment.sentOn;
    invariant(version && disbursedOn, `${order.id} was sent and product ${product.id} keeps its version ${productVersion}`);
    const [late] = contingent;
    invariant(late, `the cost sheet ${order.costSheetId} says what being late costs`);
    const penalty = { penaltyRate: late.annualRate, uncutPenaltyRate: late.uncutAnnualRate ?? late.annualRate };
    const { amountFen: principalFen, ...terms } = order.terms;
    const { contractId, applicationId, customerId, salespersonId, loanUse, id: disbursementId } = order;
    const ids = { contractId, applicationId, customerId, salespersonId, disbursementId };
    const facts = { ...ids, loanUse, productVersion, principalFen, disbursedOn };
    const rules = { monthEnd: version.monthEnd, instalmentMultipleFen: version.instalmentMultipleFen, servicing: servicingOfLoan(version) };
    return openLoan(
      { id: newId('lon'), ...facts, ...terms, dayCount: version.dayCount, rounding: version.rounding, ...penalty, ...rules },
      priceLoan(version, order.terms, disbursedOn),
    );
  }
}

function disbursed(order: StoredOrder, loan: Loan, firstLoanOfCustomer: boolean): EventData<'finance.loan-disbursed.v1'> {
  const { contractId, applicationId, customerId, salespersonId, terms } = order;
  const firstDueOn = loan.rows[0]?.dueOn;
  invariant(firstDueOn, 'a loan has a first instalment');
  const ids = { loanId: loan.id, disbursementId: order.id, contractId, applicationId, customerId, salespersonId };
  return { ...ids, ...terms, disbursedOn: loan.disbursedOn, firstDueOn, firstLoanOfCustomer };
}
