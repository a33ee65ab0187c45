import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { Tx } from '@weilend/mongo';
import { LoanExposures, ProductLimitsStore } from '../../persistence/projections.repository.js';

/** What risk keeps of finance: limits of products, and loans paid out for the exposure view of a report. */
@Injectable()
export class NoteFinance {
  constructor(
    private readonly products: ProductLimitsStore,
    private readonly exposures: LoanExposures,
  ) {}

  productPublished(data: EventData<'finance.product-published.v1'>, tx: Tx): Promise<void> {
    const { productId: id, version: productVersion, minAmountFen, maxAmountFen, minTermMonths, maxTermMonths } = data;
    return this.products.put({ id, productVersion, minAmountFen, maxAmountFen, minTermMonths, maxTermMonths }, tx);
  }

  async loanDisbursed(data: EventData<'finance.loan-disbursed.v1'>, tx: Tx): Promise<void> {
    const { loanId: id, applicationId, customerId, amountFen, disbursedOn, firstDueOn } = data;
    if (await this.exposures.find(id, tx)) return;
    await this.exposures.insert(
      {
        id,
        version: 0,
        applicationId,
        customerId,
        amountFen,
        disbursedOn,
        ...{ firstDueOn, overdueSince: null, agesOn: null, reversedOn: null },
      },
      tx,
    );
  }

  /** A payment that was taken back is no loan of the customer. */
  async disbursementReversed(data: EventData<'finance.disbursement-reversed.v1'>, tx: Tx): Promise<void> {
    const loan = await this.exposures.find(data.loanId, tx);
    if (loan) await this.exposures.save({ ...loan, reversedOn: data.reversedOn }, tx);
  }
}
