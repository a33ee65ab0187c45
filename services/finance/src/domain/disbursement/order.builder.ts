import { parseRate } from '@weilend/kernel';
import { openOrder } from './order.js';
import type { DisbursementOrder } from './order.js';

/** An open order of 50,000 yuan. */
export function anOrder(change: Partial<DisbursementOrder> = {}): DisbursementOrder {
  const ids = {
    id: 'dis_1',
    handoffId: 'hof_1',
    contractId: 'con_1',
    applicationId: 'app_1',
    customerId: 'cus_1',
    salespersonId: 'emp_s',
    decisionId: 'dec_1',
    costSheetId: 'cst_1',
    payeeAccountId: 'acc_1',
  };
  const terms = {
    productId: 'prd_1',
    amountFen: 50_000_00,
    termMonths: 12,
    annualRate: parseRate('0.12'),
    method: 'EQUAL_INSTALMENT' as const,
  };
  const use = { purpose: 'EQUIPMENT', loanUse: 'BUSINESS' as const };
  return { ...openOrder({ ...ids, terms, ...use, participants: [{ role: 'SALESPERSON', employeeId: 'emp_s' }] }), ...change };
}
