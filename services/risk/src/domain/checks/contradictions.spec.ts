import { describe, expect, it, test } from '@jest/globals';
import type { Investigation } from '../investigation/investigation.js';
import { NO_FACTS } from '../scorecard/scoring-facts.js';
import type { AmountComparison, StatementComparison } from './comparison.js';
import { answerContradiction, answerTo, contradictionsOf, unanswered } from './contradictions.js';
import type { ContradictionAnswer } from './contradictions.js';

const at = new Date('2026-11-23T08:00:00Z');
const nothing = { declaredIncomeFen: null, verifiedIncomeFen: null, livingCostFen: null, debtServiceFen: null };
const rules = [
  { code: 'DEBT_BELOW_BUREAU', severity: 'HIGH', tolerance: '0.1' },
  { code: 'TELEPHONE_DIFFERS', severity: 'LOW', tolerance: '0' },
];
const amount = (change: Partial<AmountComparison>): AmountComparison => ({
  ...{ subject: 'TOTAL_DEBT', declaredFen: 100, documentedFen: null, bureauFen: null },
  ...change,
});
const statement = (change: Partial<StatementComparison>): StatementComparison => ({
  ...{ subject: 'TELEPHONE', agreesWithDocuments: null, agreesWithBureau: null },
  ...change,
});
const file = (compared: { amounts?: AmountComparison[]; statements?: StatementComparison[] }, change: object = {}): Investigation =>
  ({
    ...{ state: 'INVESTIGATING', bureau: null, siteVisits: [{ checkId: 'svt_1' }], phoneVerifications: [{ checkId: 'phv_1' }] },
    informationRequests: [
      { requestId: 'irq_1', reply: { kind: 'ANSWERED' } },
      { requestId: 'irq_2', reply: null },
      { requestId: 'irq_3', reply: { kind: 'RETURNED' } },
    ],
    contradictionAnswers: [],
    dataAnalyses: [
      { checkId: 'dan_1', facts: NO_FACTS, figures: nothing, rules, comparison: { amounts: [], statements: [], ...compared }, ...change },
    ],
  }) as unknown as Investigation;

describe('[4.9] declared, documents and bureau', () => {
  it.each<[string, Partial<AmountComparison>, string[]]>([
    ['debts above the tolerance', { declaredFen: 89, bureauFen: 100 }, ['DEBT_BELOW_BUREAU']],
    ['debts not declared at all', { declaredFen: 0, bureauFen: 1 }, ['DEBT_BELOW_BUREAU']],
    ['debts within the tolerance', { declaredFen: 90, bureauFen: 100 }, []],
    ['more debts declared than found', { declaredFen: 200, bureauFen: 100 }, []],
    ['both findings', { declaredFen: 10, documentedFen: 100, bureauFen: 100 }, ['DEBT_BELOW_DOCUMENTS', 'DEBT_BELOW_BUREAU']],
    ['income above the papers', { subject: 'INCOME', declaredFen: 121, documentedFen: 100 }, ['INCOME_ABOVE_DOCUMENTS']],
    ['income a fifth above', { subject: 'INCOME', declaredFen: 120, documentedFen: 100 }, []],
    ['income below the papers', { subject: 'INCOME', declaredFen: 10, documentedFen: 100 }, []],
    ['income where there is none', { subject: 'INCOME', declaredFen: 1, bureauFen: 0 }, ['INCOME_ABOVE_BUREAU']],
    ['payments', { subject: 'MONTHLY_PAYMENTS', declaredFen: 1, bureauFen: 100 }, ['PAYMENTS_BELOW_BUREAU']],
    ['nothing found', { declaredFen: 0 }, []],
  ])('%s', (_name, change, codes) => {
    expect(contradictionsOf(file({ amounts: [amount(change)] })).map((one) => one.code)).toEqual(codes);
  });

  const bureau = (debts: object | null) => ({
    ...{ state: 'ANSWERED', currentSeriousDelinquency: false, openCredits: null, ageInYears: null },
    figures: { debts: debts && { openCredits: 1, balanceFen: 0, limitFen: 0, monthlyPaymentFen: 0, guaranteedFen: 0, ...debts } },
  });
  const asked = (change: Partial<AmountComparison>, debts: object | null): Investigation =>
    ({ ...file({ amounts: [amount(change)] }), bureau: bureau(debts) }) as unknown as Investigation;

  it.each<[string, Partial<AmountComparison>, object | null, string[]]>([
    ['debts of the report beside what was declared alone', { declaredFen: 89 }, { balanceFen: 100 }, ['DEBT_BELOW_BUREAU']],
    ['debts of the report within the tolerance', { declaredFen: 90 }, { balanceFen: 100 }, []],
    ['the report, not what somebody read off it', { declaredFen: 10, bureauFen: 10 }, { balanceFen: 100 }, ['DEBT_BELOW_BUREAU']],
    ['the report, when what was read off it is worse', { declaredFen: 10, bureauFen: 900 }, { balanceFen: 0 }, []],
    [
      'monthly payments of the report',
      { subject: 'MONTHLY_PAYMENTS', declaredFen: 1 },
      { monthlyPaymentFen: 100 },
      ['PAYMENTS_BELOW_BUREAU'],
    ],
    ['what was read off a report without details', { declaredFen: 10, bureauFen: 100 }, null, ['DEBT_BELOW_BUREAU']],
    ['no income: no report knows it', { subject: 'INCOME', declaredFen: 500, bureauFen: 100 }, {}, ['INCOME_ABOVE_BUREAU']],
    ['nothing for debts declared without a report', { declaredFen: 0 }, null, []],
  ])('[4.9, 4.10] the bureau: %s', (_name, change, debts, codes) => {
    expect(contradictionsOf(asked(change, debts)).map((one) => one.code)).toEqual(codes);
  });

  test('[4.9] says what the report adds up to', () => {
    expect(contradictionsOf(asked({ declaredFen: 5 }, { balanceFen: 4_200 }))[0]).toMatchObject({
      stated: '5 fen',
      found: 'bureau: 4200 fen',
    });
  });

  it.each<[string, Partial<StatementComparison>, string[]]>([
    ['an address that differs', { subject: 'ADDRESS', agreesWithBureau: false }, ['ADDRESS_DIFFERS']],
    ['work that differs in both', { subject: 'EMPLOYMENT', agreesWithDocuments: false, agreesWithBureau: false }, ['EMPLOYMENT_DIFFERS']],
    ['one agrees and one does not', { agreesWithDocuments: true, agreesWithBureau: false }, ['TELEPHONE_DIFFERS']],
    ['both agree', { agreesWithDocuments: true, agreesWithBureau: true }, []],
    ['not compared', {}, []],
  ])('%s', (_name, change, codes) => {
    expect(contradictionsOf(file({ statements: [statement(change)] })).map((one) => one.code)).toEqual(codes);
  });

  test('gravity is that of the day of the analysis; an unreadable table is as if there were none', () => {
    const compared = { statements: [statement({ agreesWithBureau: false })] };
    expect(contradictionsOf(file(compared))[0]?.severity).toBe('LOW');
    expect(contradictionsOf(file(compared, { rules: [{ code: 'TELEPHONE_DIFFERS', severity: 'BAD', tolerance: 'x' }] }))[0]?.severity).toBe(
      'MEDIUM',
    );
    expect(contradictionsOf(file(compared, { rules: null }))[0]?.severity).toBe('MEDIUM');
  });
});

describe('[4.9] a grave contradiction is explained with evidence, or it stays', () => {
  const grave = file({ amounts: [amount({ declaredFen: 0, bureauFen: 500 })], statements: [statement({ agreesWithBureau: false })] });
  const said = {
    code: 'DEBT_BELOW_BUREAU' as const,
    explanation: 'the loan was repaid last week, the lender confirmed it',
    evidenceIds: ['phv_1'],
    answeredBy: 'emp_1',
    answeredAt: at,
  };
  const explained = (answers: ContradictionAnswer[]): Investigation => ({ ...grave, contradictionAnswers: answers });

  test('only the grave one has to be', () => {
    expect(unanswered(grave).map((one) => one.code)).toEqual(['DEBT_BELOW_BUREAU']);
  });

  it.each([
    ['a call', 'phv_1'],
    ['a visit', 'svt_1'],
    ['an answer of sales', 'irq_1'],
  ])('rests on %s', (_name, evidence) => {
    expect(unanswered(explained(answerContradiction(grave, { ...said, evidenceIds: [evidence] })))).toEqual([]);
  });

  test('other figures have to be explained anew', () => {
    const [answer] = answerContradiction(grave, said);
    const later = file({ amounts: [amount({ declaredFen: 0, bureauFen: 900 })] });
    expect(answer && answerTo([answer], contradictionsOf(later)[0] ?? (said as never))).toBeNull();
    expect(unanswered({ ...later, contradictionAnswers: answer ? [answer] : [] })).toHaveLength(1);
  });

  it.each<[string, object, string]>([
    ['what does not contradict', { code: 'AGE_DIFFERS' }, 'CONTRADICTION_UNKNOWN'],
    ['without evidence', { evidenceIds: [] }, 'CONTRADICTION_EVIDENCE_MISSING'],
    ['with a check of another investigation', { evidenceIds: ['phv_9'] }, 'CONTRADICTION_EVIDENCE_MISSING'],
    ['with the analysis that found it', { evidenceIds: ['dan_1'] }, 'CONTRADICTION_EVIDENCE_MISSING'],
    ['with a question nobody answered', { evidenceIds: ['irq_2'] }, 'CONTRADICTION_EVIDENCE_MISSING'],
    ['with a question sales could not answer', { evidenceIds: ['irq_3'] }, 'CONTRADICTION_EVIDENCE_MISSING'],
    ['in a word', { explanation: 'repaid' }, 'TEXT_MISSING'],
    ['[3.7] with a telephone number', { explanation: 'the lender at 13800001111 says so' }, 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refuses: %s', (_name, change, code) => {
    expect(() => answerContradiction(grave, { ...said, ...change })).toThrow(expect.objectContaining({ code }));
  });
});
