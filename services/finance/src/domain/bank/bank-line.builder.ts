import { parseLocalDate } from '@weilend/kernel';
import type { BankLine } from './bank-line.js';

export const aBankLine = (change: Partial<BankLine> = {}): BankLine => ({
  ...{ id: 'bln_1', version: 1, statementId: 'bst_1', lineNo: 2, channel: '工行基本户', transactionId: 'T1' },
  ...{ paidOn: parseLocalDate('2026-02-10'), amountFen: 100_00, payerName: '张三', payerAccount: '6222020000123456', remark: '还款' },
  ...{ maskedPayer: '张*', maskedAccount: '************3456', nameIndex: 'bi1.n', accountIndex: 'bi1.a', references: [] },
  ...{ state: 'NEW', reason: null, candidates: [], matchedBy: null, loanId: null, repaymentId: null },
  ...{ attempt: 1, failures: 0, decidedBy: null, decidedAt: null },
  ...change,
});
