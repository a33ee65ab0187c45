import { parseLocalDate } from '@weilend/kernel';
import { TEMPLATE_VERSION, templateClauses } from './clauses.js';
import type { ClauseFacts } from './clauses.js';
import { contractHashOf } from './contract.js';
import type { LoanContract, Recording, RecordingKind } from './contract.js';
import { termsHashOf } from './contract-terms.js';

/** A contract that is ready to be signed, for tests that take one thing away. */

export const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 23, 1, minute));
export const SHEET_HASH = 'b'.repeat(64);

export const clauseFacts: ClauseFacts = {
  lender: '惟联小额贷款有限公司',
  borrower: '王小明',
  terms: { productId: 'prd_1', amountFen: 1_000_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' },
  startOn: parseLocalDate('2026-11-24'),
  purpose: '购买设备',
  overdueFactor: '1.5',
};

export const recording = (kind: RecordingKind): Recording => ({
  ...{ kind, fileId: `fil_${kind}`, sha256: 'c'.repeat(64), sizeBytes: 10, durationSeconds: 60, by: 'emp_1', at: at(4) },
});

export function readyContract(change: Partial<LoanContract> = {}): LoanContract {
  const draft = {
    ...{ id: 'con_1', version: 1, applicationId: 'app_1', customerId: 'cus_1', salespersonId: 'emp_1', decisionId: 'dec_1', draftNo: 1 },
    ...{ state: 'draft' as const, history: [{ state: 'draft' as const, by: 'emp_1', at: at(0) }], terms: clauseFacts.terms },
    ...{ startOn: clauseFacts.startOn, templateVersion: TEMPLATE_VERSION, clauses: templateClauses(clauseFacts) },
    ...{ costSheetRefusedBecause: [], payeeAccountId: null, paymentOrders: 0, signedBy: null, signedAt: null },
    costSheet: {
      costSheetId: 'cst_1',
      hash: SHEET_HASH,
      termsHash: termsHashOf(clauseFacts.terms),
      annualCostCompound: '0.1268',
      issuedAt: at(1),
    },
    acknowledgement: { costSheetId: 'cst_1', costSheetHash: SHEET_HASH, by: 'emp_1', at: at(2) },
    explanation: { textVersion: '1', readingSeconds: 120, by: 'emp_1', at: at(3) },
    recordings: [recording('AUDIO'), recording('VIDEO')],
  };
  return { ...draft, contractHash: contractHashOf(draft), ...change };
}
