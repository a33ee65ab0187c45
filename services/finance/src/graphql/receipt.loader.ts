import { Injectable } from '@nestjs/common';
import { ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import { ReceiptQueries } from '../queries/receipt.queries.js';
import { receiptView } from './receipt.type.js';
import type { RepaymentReceiptType } from './receipt.type.js';

@Injectable()
export class ReceiptsOfRepayment extends ListLoader<RepaymentReceiptType> {
  constructor(private readonly receipts: ReceiptQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, RepaymentReceiptType])[]> {
    return (await this.receipts.byRepaymentIds(ids, actor)).map((receipt) => [receipt.repaymentId, receiptView(receipt)] as const);
  }
}
