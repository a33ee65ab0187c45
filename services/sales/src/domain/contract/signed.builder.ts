import { parseLocalDate } from '@weilend/kernel';
import type { ClauseFacts } from './clauses.js';
import { contractHashOf } from './contract.js';
import type { LoanContract, Recording, RecordingKind } from './contract.js';
import { termsHashOf } from './contract-terms.js';
import { FIRST_TEMPLATES } from './first-templates.js';
import type { ReadingRules } from './reading-time.js';
import type { SigningFacts } from './signing.js';
import { MANDATORY_SECTIONS, writeClauses } from './template-text.js';
import { textHashOf } from './template.js';
import type { ContractTemplate } from './template.js';

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

export const rules: ReadingRules = { charactersPerMinute: 800, floorSeconds: 10, leastRecordingSeconds: 30 };

/** An edition in force, the whole one that the company starts with. */
export function edition(change: Partial<ContractTemplate> = {}): ContractTemplate {
  const { id, edition: name, effectiveFrom, sections } = FIRST_TEMPLATES[1];
  return {
    ...{ id, version: 1, edition: name, state: 'approved', sections, textHash: textHashOf(name, sections), effectiveFrom, note: '' },
    ...{ proposedBy: 'emp_3', proposedAt: at(0), decidedBy: 'emp_4', decidedAt: at(1), refusedBecause: null, ...change },
  };
}

export const signingFacts: SigningFacts = {
  clauses: clauseFacts,
  mandatory: MANDATORY_SECTIONS,
  edition: { drafted: edition(), inForce: edition(), oldest: edition() },
  today: parseLocalDate('2026-11-23'),
};

export const recording = (kind: RecordingKind): Recording => ({
  ...{
    kind,
    fileId: `fil_${kind}`,
    sha256: 'c'.repeat(64),
    claimedHash: 'c'.repeat(64),
    sizeBytes: 10,
    durationSeconds: 120,
    contentType: null,
  },
  ...{ by: 'emp_1', at: at(4), deletion: null },
});

export function readyContract(change: Partial<LoanContract> = {}): LoanContract {
  const draft = {
    ...{ id: 'con_1', version: 1, applicationId: 'app_1', customerId: 'cus_1', salespersonId: 'emp_1', decisionId: 'dec_1', draftNo: 1 },
    ...{ number: 'WD-2026-000001', review: null },
    ...{ state: 'draft' as const, history: [{ state: 'draft' as const, by: 'emp_1', at: at(0) }], terms: clauseFacts.terms },
    ...{ startOn: clauseFacts.startOn, templateVersion: edition().edition, clauses: writeClauses(edition().sections, clauseFacts) },
    ...{ signDueOn: parseLocalDate('2026-12-20'), amended: null },
    ...{ costSheetRefusedBecause: [], payeeAccountId: null, paymentOrders: 0, signedBy: null, signedAt: null },
    costSheet: {
      costSheetId: 'cst_1',
      hash: SHEET_HASH,
      termsHash: termsHashOf(clauseFacts.terms),
      annualCostCompound: '0.1268',
      issuedAt: at(1),
    },
    acknowledgement: { costSheetId: 'cst_1', costSheetHash: SHEET_HASH, by: 'emp_1', at: at(2) },
    explanation: { textVersion: '1', contractHash: null, readingSeconds: 120, by: 'emp_1', at: at(3) },
    recordings: [recording('AUDIO'), recording('VIDEO')],
  };
  return { ...draft, contractHash: contractHashOf(draft), ...change };
}
