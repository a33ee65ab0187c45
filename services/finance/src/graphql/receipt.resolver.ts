import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Files } from '@weilend/files';
import type { GraphContext } from '@weilend/graphql';
import { RepaymentType } from './loan.type.js';
import { PaperDownloadType } from './paper.type.js';
import { ReceiptsOfRepayment } from './receipt.loader.js';
import { receiptHtml, RepaymentReceiptType } from './receipt.type.js';

@Resolver(() => RepaymentType)
export class RepaymentReceiptResolver {
  constructor(private readonly receipts: ReceiptsOfRepayment) {}

  @ResolveField('receipt', () => RepaymentReceiptType, { nullable: true, description: 'Its receipt (收据); void when it was taken back' })
  receiptOf(@Parent() repayment: RepaymentType, @Context() context: GraphContext) {
    return this.receipts.firstOf(context, repayment.id);
  }
}

@Resolver(() => RepaymentReceiptType)
export class ReceiptPaperResolver {
  constructor(private readonly files: Files) {}

  @ResolveField(() => String, { description: 'The whole receipt in Chinese, as HTML' })
  html(@Parent() receipt: RepaymentReceiptType) {
    return receiptHtml(receipt);
  }

  @ResolveField(() => PaperDownloadType, { description: 'The same as a PDF: its bytes are the same until the repayment is taken back' })
  pdf(@Parent() { receipt }: RepaymentReceiptType) {
    return this.files.madeTicket(receipt.repaymentId);
  }
}
