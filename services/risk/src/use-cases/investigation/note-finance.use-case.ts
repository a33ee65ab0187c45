import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { NotYetSeen } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { BorrowerGroupsKnown, LoanExposures, ProductLimitsStore } from '../../persistence/projections.repository.js';

/** What risk keeps of finance: limits of products, and loans paid out for the exposure view of a report. */
@Injectable()
export class NoteFinance {
  constructor(
    private readonly products: ProductLimitsStore,
    private readonly exposures: LoanExposures,
    private readonly groups: BorrowerGroupsKnown,
  ) {}

  productPublished(data: EventData<'finance.product-published.v1'>, tx: Tx): Promise<void> {
    const { productId: id, version: productVersion, minAmountFen, maxAmountFen, minTermMonths, maxTermMonths } = data;
    return this.products.put({ id, productVersion, minAmountFen, maxAmountFen, minTermMonths, maxTermMonths }, tx);
  }

  async loanDisbursed(data: EventData<'finance.loan-disbursed.v1'>, tx: Tx): Promise<void> {
    const { loanId: id, applicationId, customerId, amountFen, disbursedOn, firstDueOn } = data;
    if (await this.exposures.find(id, tx)) return;
    const owed = { outstandingFen: amountFen, toldOn: null, reversedOn: null };
    const lateness = { firstDueOn, overdueSince: null, agesOn: null };
    await this.exposures.insert({ id, version: 0, applicationId, customerId, amountFen, disbursedOn, ...owed, ...lateness }, tx);
  }

  /** A payment that was taken back is no loan of the customer. */
  async disbursementReversed(data: EventData<'finance.disbursement-reversed.v1'>, tx: Tx): Promise<void> {
    const loan = await this.exposures.find(data.loanId, tx);
    if (loan) await this.exposures.save({ ...loan, reversedOn: data.reversedOn }, tx);
  }

  groupChanged({ groupId, customerIds }: EventData<'finance.borrower-group-changed.v1'>, tx: Tx): Promise<void> {
    return this.groups.put(groupId, customerIds, tx);
  }

  /** What a loan still owes after a repayment or its reversal. Throws NotYetSeen while the loan itself is not known. */
  async owedChanged(
    told: { loanId: string; applicationId: string; outstandingPrincipalFen: number; on: string | null },
    tx: Tx,
  ): Promise<void> {
    const loan = await this.exposures.find(told.loanId, tx);
    if (!loan) throw new NotYetSeen(told.applicationId, 'finance');
    await this.exposures.save({ ...loan, outstandingFen: told.outstandingPrincipalFen, toldOn: told.on ?? loan.toldOn }, tx);
  }
}
