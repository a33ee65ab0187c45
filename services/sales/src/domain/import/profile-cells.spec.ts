import { describe, expect, it, test } from '@jest/globals';
import { DomainErrors } from '@weilend/kernel';
import { emptyProfile } from '../customer/profile.js';
import { readProfile } from './profile-cells.js';

const fields = (act: () => unknown): (string | null)[] => {
  try {
    act();
    return [];
  } catch (error) {
    return error instanceof DomainErrors ? error.all.map((one) => one.field) : [(error as { field: string | null }).field];
  }
};

describe('[3.5, 3.6] what a row says of a customer', () => {
  test('of empty cells is not known yet', () => {
    expect(readProfile({ occupation: '', amount: '' })).toEqual(emptyProfile);
  });

  test('of every section is kept in its unit', () => {
    const cells = {
      ...{ employer: '某某学校', employedMonths: '36', maritalStatus: '已婚', dependants: '1', businessScope: '零售', employees: '3' },
      ...{ licenceIssuedOn: '2020-01-05', licenceValidUntil: '9999-12-31', monthlyIncome: '8,000.50', otherLoans: '1', guarantees: '0' },
      ...{ otherLoansAmount: '1000', purpose: '旅游', method: '等额本息', termMonths: '12', amount: '50000' },
    };
    expect(readProfile(cells)).toMatchObject({
      employment: { employer: '某某学校', employedMonths: 36, position: null },
      family: { maritalStatus: '已婚', dependants: 1 },
      business: { scope: '零售', licenceIssuedOn: '2020-01-05', licenceValidUntil: '9999-12-31', employees: 3 },
      financial: { monthlyIncomeFen: 800_050 },
      debts: { otherLoans: 1, otherLoansFen: 100_000, guaranteesFen: 0 },
      needs: { purpose: 'TRAVEL', method: 'EQUAL_INSTALMENT', termMonths: 12, amountFen: 5_000_000 },
    });
  });

  it.each([
    [{ dependants: '两个' }, ['dependants']],
    [{ employedMonths: '-1' }, ['employedMonths']],
    [{ licenceIssuedOn: '2020-02-30' }, ['licenceIssuedOn']],
    [{ purpose: '炒股', otherLoansAmount: '一千' }, ['otherLoansAmount', 'purpose']],
    [{ licenceIssuedOn: '2020-01-05', licenceValidUntil: '2019-01-05' }, ['profile.business.licenceValidUntil']],
    [{ otherLoans: '0', otherLoansAmount: '1000' }, ['profile.debts.otherLoans']],
    [{ position: '职'.repeat(101) }, ['position']],
  ])('%j is refused at its columns', (cells, expected) => {
    expect(fields(() => readProfile(cells as Record<string, string>))).toEqual(expected);
  });
});
