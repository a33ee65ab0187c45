import { amountText, facts, heading, paragraph, table } from '@weilend/documents';
import type { Block, Paper } from '@weilend/documents';
import { canonicalHash, rmbCapitals } from '@weilend/kernel';
import type { DatedReceipt } from '../receipt.queries.js';
import { dayText } from './words.js';

/** The receipt as the payer gets it; one of a repayment that was taken back is marked void on every page [5.3, 7.3]. */
export function receiptPaper(receipt: DatedReceipt): Paper {
  const { number, voided, spread, madeAt } = receipt;
  return {
    title: '还款收据',
    blocks: [
      ...(voided ? voidBlocks(voided) : []),
      facts(...factsOf(receipt)),
      heading('还款分摊'),
      table(
        [
          { title: '项目', share: 2 },
          { title: '金额（元）', share: 1, align: 'end' },
        ],
        [...spread.map(({ name, amountFen }) => [name, amountText(amountFen)]), ['合计', amountText(receipt.amountFen)]],
      ),
    ],
    footer: [`收据编号：${number}`, `内容校验码（SHA-256）：${receiptHash(receipt)}`],
    mark: voided ? '作废' : null,
    madeAt,
  };
}

/** SHA-256 of everything on the receipt, hex. */
export function receiptHash({ madeAt: _madeAt, ...content }: DatedReceipt): string {
  return canonicalHash(content);
}

function factsOf(receipt: DatedReceipt): (readonly [string, string])[] {
  const { amountFen, outstandingAfterFen: leftFen, interestWaivedFen } = receipt;
  return [
    ['收据编号', receipt.number],
    ['借款人', receipt.borrower],
    ['付款人', receipt.payer],
    ['贷款编号', receipt.loanId],
    ['合同编号', receipt.contractId],
    ['付款日期', dayText(receipt.paidOn)],
    ['入账日期', dayText(receipt.recordedOn)],
    ['收款渠道', receipt.channel],
    ['渠道流水号', receipt.channelTransactionId],
    ['金额', `￥${amountText(amountFen)}`],
    ['大写金额', rmbCapitals(amountFen)],
    ...(leftFen === null ? [] : [['入账后剩余本金', `￥${amountText(leftFen)}`] as const]),
    ...(interestWaivedFen === 0 ? [] : [['提前还清减免利息', `￥${amountText(interestWaivedFen)}`] as const]),
  ];
}

function voidBlocks({ on, reason }: { on: DatedReceipt['paidOn']; reason: string }): Block[] {
  return [paragraph(`本收据已于 ${dayText(on)} 作废（VOID），该笔还款已冲正。原因：${reason}`)];
}
