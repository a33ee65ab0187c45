import { parseLocalDate } from '@weilend/kernel';
import type { ReceiptFacts } from './receipt.js';

export const receiptFacts = (change: Partial<ReceiptFacts> = {}): ReceiptFacts => ({
  ...{ repaymentId: 'rpm_1', loanId: 'lon_01kxyz00000000000a1b2c3d4e', contractId: 'con_1', receiptNo: 3 },
  ...{ recordedOn: parseLocalDate('2026-11-26'), paidOn: parseLocalDate('2026-11-25'), amountFen: 1_409_50 },
  ...{ feeFen: 100_00, penaltyFen: 9_50, interestFen: 500_00, principalFen: 800_00, creditUsedFen: 0, creditFen: 0, interestWaivedFen: 0 },
  ...{ outstandingAfterFen: 49_200_00, channel: '工行基本户', channelTransactionId: 'T1', borrower: '张*', payer: '李*', voided: null },
  ...change,
});
