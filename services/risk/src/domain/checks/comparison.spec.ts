import { describe, expect, it } from '@jest/globals';
import { checkComparisons, checkRelatedParties } from './comparison.js';
import type { Compared, RelatedParty } from './comparison.js';

const line = { subject: 'INCOME' as const, declaredFen: 100, documentedFen: 100, bureauFen: null };
const flag = { subject: 'ADDRESS' as const, agreesWithDocuments: true, agreesWithBureau: null };
const customer = (sign: string) => `cus_${sign.repeat(26)}`;

describe('[4.9] a comparison has two sides', () => {
  it.each<[string, Compared]>([
    ['nothing compared', { amounts: [], statements: [] }],
    ['one of each', { amounts: [line], statements: [flag] }],
    [
      'debts declared alone: the bureau is put beside them',
      { amounts: [{ ...line, subject: 'TOTAL_DEBT', documentedFen: null }], statements: [] },
    ],
    ['payments declared alone', { amounts: [{ ...line, subject: 'MONTHLY_PAYMENTS', documentedFen: null }], statements: [] }],
    ['nothing declared, something found', { amounts: [{ ...line, declaredFen: 0 }], statements: [] }],
  ])('takes %s', (_name, compared) => {
    expect(() => checkComparisons(compared)).not.toThrow();
  });

  it.each<[string, Compared, string]>([
    ['an amount twice', { amounts: [line, line], statements: [] }, 'COMPARISON_TWICE'],
    ['a statement twice', { amounts: [], statements: [flag, flag] }, 'COMPARISON_TWICE'],
    ['an income held against nothing', { amounts: [{ ...line, documentedFen: null }], statements: [] }, 'COMPARISON_EMPTY'],
    ['a statement held against nothing', { amounts: [], statements: [{ ...flag, agreesWithDocuments: null }] }, 'COMPARISON_EMPTY'],
    ['a negative amount', { amounts: [{ ...line, declaredFen: -1 }], statements: [] }, 'COMPARISON_EMPTY'],
    ['a negative finding', { amounts: [{ ...line, documentedFen: -1 }], statements: [] }, 'COMPARISON_EMPTY'],
    ['a part of a fen', { amounts: [{ ...line, declaredFen: 0.5 }], statements: [] }, 'COMPARISON_EMPTY'],
  ])('refuses %s', (_name, compared, code) => {
    expect(() => checkComparisons(compared)).toThrow(expect.objectContaining({ code }));
  });
});

describe('[7.3] related parties are other customers', () => {
  const party = (customerId: string): RelatedParty => ({ customerId, relatedAs: 'GUARANTOR' });
  it.each<[string, RelatedParty[]]>([
    ['nobody', []],
    ['two', [party(customer('1')), party(customer('2'))]],
  ])('takes %s', (_name, parties) => {
    expect(() => checkRelatedParties(parties, customer('0'))).not.toThrow();
  });

  it.each<[string, RelatedParty[]]>([
    ['the borrower himself', [party(customer('0'))]],
    ['one twice', [party(customer('1')), party(customer('1'))]],
    ['a name', [party('Mr Wang')]],
    ['a loan', [party(`lon_${'1'.repeat(26)}`)]],
  ])('refuses %s', (_name, parties) => {
    expect(() => checkRelatedParties(parties, customer('0'))).toThrow(expect.objectContaining({ code: 'RELATED_PARTY_INVALID' }));
  });
});
