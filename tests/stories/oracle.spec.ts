import { describe, expect, test } from '@jest/globals';
import { applicantOf } from './intake/applicant.ts';
import { differences, moneyProblems, openWork } from './intake/compare.ts';
import type { ApplicationPage } from './lib/application-page.ts';
import { expectedOf, rowsOf } from './oracle.ts';
import type { Row } from './oracle.ts';

const good: Row = {
  application_no: 'GC9999',
  status_of_existing_checking_account: 'no checking account',
  duration_in_month: '12',
  credit_history: 'critical account/ other credits existing (not at this bank)',
  purpose: 'radio/television',
  credit_amount: '3600',
  savings_account_and_bonds: '... >= 1000 DM',
  present_employment_since: '... >= 7 years',
  installment_rate_in_percentage_of_disposable_income: '2',
  personal_status_and_sex: 'male : single',
  other_debtors_or_guarantors: 'none',
  present_residence_since: '4',
  property: 'real estate',
  age_in_years: '41',
  other_installment_plans: 'none',
  housing: 'own',
  number_of_existing_credits_at_this_bank: '1',
  job: 'skilled employee / official',
  number_of_people_being_liable_to_provide_maintenance_for: '1',
  telephone: 'yes, registered under the customers name',
  foreign_worker: 'yes',
  creditability: 'good',
};

describe('the oracle', () => {
  test('32+30+16+14+4+11+1+5+11+8+8+1+1+1+3+24+14+7 points are an approval', () => {
    expect(expectedOf(good)).toMatchObject({ score: 191, decision: 'APPROVED', outcome: 'DISBURSED', rounds: 1, paidOutFen: 360_000 });
  });

  test.each<[string, Row, object]>([
    [
      '119 points are conditional',
      { credit_amount: '9000', savings_account_and_bonds: '... < 100 DM', status_of_existing_checking_account: '... < 0 DM' },
      { score: 119, decision: 'CONDITIONAL' },
    ],
    [
      '105 points are rejected',
      {
        credit_amount: '9000',
        savings_account_and_bonds: '... < 100 DM',
        status_of_existing_checking_account: '... < 0 DM',
        present_employment_since: '... < 1 year',
      },
      { score: 105, decision: 'REJECTED', paidOutFen: 0 },
    ],
    [
      'the bureau rejects whatever the points say',
      { status_of_existing_checking_account: '... < 0 DM', other_installment_plans: 'bank' },
      { score: 151, decision: 'REJECTED' },
    ],
    [
      'no telephone and a rented home is returned first',
      { telephone: 'none', housing: 'rent' },
      { isReturnedFirst: true, rounds: 2, decision: 'APPROVED' },
    ],
  ])('%s', (_name, change, wanted) => expect(expectedOf({ ...good, ...change })).toMatchObject(wanted));

  test.each(['creditability', 'personal_status_and_sex', 'foreign_worker'])('the column %s changes nothing', (column) => {
    expect(expectedOf({ ...good, [column]: 'something else' })).toEqual(expectedOf(good));
  });

  test('a text that no rule knows is told, not guessed', () => {
    expect(() => expectedOf({ ...good, housing: 'boat' })).toThrow('housing');
  });

  test('reads quoted fields', () => {
    expect(rowsOf('a,b\n"x, y",z\n')).toEqual([{ a: 'x, y', b: 'z' }]);
  });
});

describe('what the story sees of a row', () => {
  test('not the outcome, not sex, marital status or nationality', () => {
    const changed = { ...good, creditability: 'bad', personal_status_and_sex: 'female : divorced/separated/married', foreign_worker: 'no' };
    expect(applicantOf(changed)).toEqual(applicantOf(good));
    expect(JSON.stringify(applicantOf(good))).not.toMatch(/good|male|yes/);
  });

  test('a text that means nothing in the graph stops the row', () => {
    expect(() => applicantOf({ ...good, purpose: 'gambling' })).toThrow('gambling');
    expect(() => applicantOf({ ...good, credit_amount: '12.5' })).toThrow('whole number');
  });
});

const page: ApplicationPage = {
  id: 'app_1',
  stage: 'DISBURSED',
  stages: [],
  rounds: 1,
  score: 191,
  recommendation: 'APPROVE',
  decision: 'APPROVED',
  contract: { id: 'con_1', state: 'SIGNED', amountFen: 360_000 },
  disbursement: { id: 'dis_1', state: 'PAID', amountFen: 360_000 },
  loan: { id: 'lon_1', principalFen: 360_000, disbursementId: 'dis_1' },
  handoffs: [{ id: 'hof_1', type: 'care-for-loan', state: 'OPEN' }],
  subjects: [],
};

describe('the comparison', () => {
  test('finds nothing where everything is right', () => expect(differences(expectedOf(good), page)).toEqual([]));

  test.each<[string, Partial<ApplicationPage>]>([
    ['another stage', { stage: 'REJECTED' }],
    ['another score', { score: 190 }],
    ['another recommendation', { recommendation: 'REJECT' }],
    ['another decision', { decision: 'CONDITIONAL' }],
    ['a second round', { rounds: 2 }],
    ['a return', { stages: [{ name: 'RETURNED', at: '2026-11-23T00:00:00Z' }] }],
    ['another amount', { disbursement: { id: 'dis_1', state: 'PAID', amountFen: 359_999 } }],
    ['no loan', { loan: null }],
    ['another loan', { loan: { id: 'lon_1', principalFen: 360_000, disbursementId: 'dis_2' } }],
    ['a payment without a contract', { contract: null }],
    ['work left open', { handoffs: [{ id: 'hof_2', type: 'disburse-loan', state: 'ACCEPTED' }] }],
  ])('finds %s', (_name, change) => expect(differences(expectedOf(good), { ...page, ...change })).not.toEqual([]));

  test('a cancelled contract is no unpaid one, and care for a loan that never was is open work', () => {
    const cancelled = { ...page, stage: 'WITHDRAWN', loan: null, disbursement: { id: 'dis_1', state: 'CANCELLED', amountFen: 360_000 } };
    expect(moneyProblems(cancelled)).toEqual([]);
    expect(openWork(cancelled)).toHaveLength(1);
  });
});
