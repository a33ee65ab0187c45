import { describe, expect, it } from '@jest/globals';
import { DomainError, parseLocalDate, parseRate } from '@weilend/kernel';
import { termsHash } from '../quote/quote.js';
import { noFacts, withConditionsConfirmed, withDecision, withLapse, withStop } from './application-facts.js';
import type { ApplicationFacts, DecisionMade } from './application-facts.js';
import { checkCostSheet, checkPayeeIsBorrower, checkStillInForce, judgeApproval } from './gate-seven.rule.js';
import type { SignedContract } from './gate-seven.rule.js';

const terms = {
  productId: 'prd_1',
  amountFen: 50_000_00,
  termMonths: 12,
  annualRate: parseRate('0.12'),
  method: 'EQUAL_INSTALMENT' as const,
};
const contract: SignedContract = {
  contractId: 'con_1',
  applicationId: 'app_1',
  customerId: 'cus_1',
  decisionId: 'dec_1',
  terms,
  costSheetHash: 'h',
  signedOn: parseLocalDate('2026-11-23'),
  payeeAccountId: 'acc_1',
  nameIndex: 'bi1.a',
};
const approved: DecisionMade = {
  decisionId: 'dec_1',
  result: 'APPROVED',
  participants: [],
  terms,
  validUntil: parseLocalDate('2026-11-23'),
  customerId: 'cus_1',
};
const facts = (made: Partial<DecisionMade> = {}): ApplicationFacts => withDecision(noFacts('app_1'), { ...approved, ...made });
const codeOf = (act: () => unknown): string => {
  try {
    return String(act());
  } catch (error) {
    return error instanceof DomainError ? error.code : 'not a refusal';
  }
};

describe('[7.3] G7: an approval in force', () => {
  it.each<[string, ApplicationFacts, string]>([
    ['an approval', facts(), 'IN_FORCE'],
    ['confirmed conditions', withConditionsConfirmed(facts({ result: 'CONDITIONAL' }), 'dec_1'), 'IN_FORCE'],
    [
      'conditions confirmed before the decision was seen',
      withDecision(withConditionsConfirmed(noFacts('app_1'), 'dec_1'), { ...approved, result: 'CONDITIONAL' }),
      'IN_FORCE',
    ],
    ['no word of approval', noFacts('app_1'), 'NOT_YET_SEEN'],
    ['only another decision', facts({ decisionId: 'dec_2' }), 'NOT_YET_SEEN'],
    ['only the confirmation', withConditionsConfirmed(noFacts('app_1'), 'dec_1'), 'NOT_YET_SEEN'],
    ['unconfirmed conditions', facts({ result: 'CONDITIONAL' }), 'NOT_YET_SEEN'],
    ['a rejection', facts({ result: 'REJECTED', terms: null, validUntil: null }), 'APPROVAL_NOT_IN_FORCE'],
    ['a lapsed approval', withLapse(facts(), 'dec_1', 'ran out'), 'APPROVAL_NOT_IN_FORCE'],
    ['a lapse seen before the decision', withLapse(noFacts('app_1'), 'dec_1', 'ran out'), 'APPROVAL_NOT_IN_FORCE'],
    ['a lapse that the decision follows', withDecision(withLapse(noFacts('app_1'), 'dec_1', 'ran out'), approved), 'APPROVAL_NOT_IN_FORCE'],
    ['an approval that ran out before signing', facts({ validUntil: parseLocalDate('2026-11-22') }), 'APPROVAL_NOT_IN_FORCE'],
    ["another customer's approval", facts({ customerId: 'cus_2' }), 'APPROVAL_NOT_IN_FORCE'],
    ['an approval from before the borrower was told', facts({ customerId: null }), 'IN_FORCE'],
    ['an approval without terms', facts({ terms: null }), 'APPROVAL_NOT_IN_FORCE'],
  ])('%s: %#', (_title, known, expected) => {
    expect(codeOf(() => judgeApproval(known, contract))).toBe(expected);
  });

  it.each([
    ['amount', { amountFen: 49_999_99 }],
    ['term', { termMonths: 11 }],
    ['rate', { annualRate: parseRate('0.1199') }],
    ['method', { method: 'INTEREST_ONLY' as const }],
    ['product', { productId: 'prd_2' }],
  ])('a contract beyond the approved %s is refused, even before conditions are confirmed', (name, change) => {
    for (const result of ['APPROVED', 'CONDITIONAL'] as const) {
      const act = (): unknown => judgeApproval(facts({ result, terms: { ...terms, ...change } }), contract);
      expect(codeOf(act)).toBe('TERMS_BEYOND_APPROVAL');
      expect(act).toThrow(expect.objectContaining({ data: { beyond: [name] } }));
    }
  });

  it('a contract within wider terms passes', () => {
    const wider = { ...terms, amountFen: 60_000_00, termMonths: 24, annualRate: parseRate('0.15') };
    expect(judgeApproval(facts({ terms: wider }), contract)).toBe('IN_FORCE');
  });
});

describe('[7.3] G7: still in force when maker, checker and machine act', () => {
  it.each<[string, ApplicationFacts, string]>([
    ['in force', facts(), 'undefined'],
    ['withdrawn', withStop(facts(), 'the customer withdrew'), 'DISBURSEMENT_STOPPED'],
    ['lapsed', withLapse(facts(), 'dec_1', 'withdrawn by the committee'), 'APPROVAL_NOT_IN_FORCE'],
    ['unknown', noFacts('app_1'), 'APPROVAL_NOT_IN_FORCE'],
    ['rejected', facts({ result: 'REJECTED' }), 'APPROVAL_NOT_IN_FORCE'],
  ])('%s', (_title, known, expected) => expect(codeOf(() => checkStillInForce(known, 'dec_1'))).toBe(expected));
});

describe('[4.17] G7: the cost sheet of exactly these terms', () => {
  const sheet = { contractId: 'con_1', applicationId: 'app_1', hash: 'h', termsHash: termsHash(terms) };
  it('passes', () => expect(() => checkCostSheet(sheet, contract)).not.toThrow());
  it.each([
    ['there is none', null],
    ['another contract', { ...sheet, contractId: 'con_2' }],
    ['another application', { ...sheet, applicationId: 'app_2' }],
    ['another hash', { ...sheet, hash: 'x' }],
    ['one fen more', { ...sheet, termsHash: termsHash({ ...terms, amountFen: terms.amountFen + 1 }) }],
    ['another method', { ...sheet, termsHash: termsHash({ ...terms, method: 'BULLET' }) }],
  ])('%s is refused', (_title, wrong) => expect(() => checkCostSheet(wrong, contract)).toThrow('COST_SHEET_MISMATCH'));
});

describe("[4.19] G7: an account in the borrower's name", () => {
  const account = { customerId: 'cus_1', nameIndex: 'bi1.a' };
  it('passes', () => expect(() => checkPayeeIsBorrower(account, contract)).not.toThrow());
  it.each([
    ['there is none', null, 'PAYEE_UNKNOWN'],
    ['of another customer of the same name', { ...account, customerId: 'cus_2' }, 'PAYEE_UNKNOWN'],
    ['in another name', { ...account, nameIndex: 'bi1.b' }, 'PAYEE_NOT_BORROWER'],
    ['without a name', { ...account, nameIndex: '' }, 'PAYEE_NOT_BORROWER'],
  ])('%s is refused', (_title, wrong, code) => expect(() => checkPayeeIsBorrower(wrong, contract)).toThrow(code));
});
