import type { RefusalCatalogue } from '@weilend/kernel';
import { bankErrors } from './bank/bank.errors.js';
import { collectionErrors } from './collection/collection.errors.js';
import { disbursementErrors } from './disbursement/disbursement.errors.js';
import { ledgerErrors } from './ledger/ledger.errors.js';
import { loanErrors } from './loan/loan.errors.js';
import { measureErrors } from './measure/measure.errors.js';
import { productErrors } from './product/product.errors.js';

// Every reason for which the finance department refuses a step, with the rule behind it; each part keeps its own.
export const financeErrors = {
  ...productErrors,
  ...disbursementErrors,
  ...ledgerErrors,
  ...loanErrors,
  ...bankErrors,
  ...collectionErrors,
  ...measureErrors,
  OPINION_TEXT_MISSING: { rule: '8.5', en: 'write it out in at least {atLeast} characters', zh: '请填写内容（不少于 {atLeast} 个字符）' },
  OPINION_NOT_GIVEN: { rule: '8.5', en: 'the department has no opinion on this application', zh: '该部门对此申请不发表意见' },
  PERSONAL_NUMBER_IN_TEXT: {
    rule: '3.7',
    en: '{what} must not hold a telephone, identity or account number',
    zh: '{what}中不得填写电话、身份证或账户号码',
  },
} as const satisfies RefusalCatalogue;

export type FinanceErrorCode = keyof typeof financeErrors;
