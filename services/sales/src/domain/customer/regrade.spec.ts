import { expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import type { Customer, GradeCause } from './customer-file.js';
import { aFile } from './file.builder.js';
import { emptyProfile } from './profile.js';
import { regrade } from './regrade.js';
import type { GradeRules } from './regrade.js';
import { gradeScorecardV1 } from './scorecard/grade.js';

const day = (text: string): LocalDate => text as LocalDate;
const rules: GradeRules = { scorecard: gradeScorecardV1, intervals: { A: 30, B: 60, C: 90 }, maxAgeDays: 180 };
const on = (date: string, cause: GradeCause) => ({ on: day(date), cause, by: 'emp_1' });
const sound = {
  ...emptyProfile,
  basic: { ...emptyProfile.basic, yearsAtResidence: 8 },
  financial: {
    ...{ monthlyIncomeFen: 2_000_000, monthlyExpenseFen: 500_000, assetsFen: 50_000_000, liabilitiesFen: 0 },
    ...{ annualRevenueFen: null, statedLatePayments: 0 },
  },
  needs: { purpose: 'EQUIPMENT', amountFen: 3_000_000, termMonths: 12, method: 'BULLET' },
};
const opened = regrade(aFile(), rules, on('2026-11-03', 'REGISTERED'));

test('[3.9] a file is graded when it is opened, and has a day on which that is too old', () => {
  expect(opened.grades).toMatchObject([{ grade: 'C', score: 0, cause: 'REGISTERED', by: 'emp_1', gradedOn: '2026-11-03' }]);
  expect(opened.regradeDueOn).toBe('2027-05-02');
  expect(opened.nextVisitOn).toBe('2027-02-01');
});

test('[3.9, 3.10] what changes the facts changes the grade with its reasons, and the visit moves', () => {
  const better = regrade({ ...opened, profile: sound }, rules, on('2026-11-23', 'PROFILE'));
  expect(better.grades).toHaveLength(2);
  expect(better.grades[1]).toMatchObject({ grade: 'A', score: 100, cause: 'PROFILE' });
  expect(better.nextVisitOn).toBe('2026-12-03');
  const late = { ...better, lateLoans: [{ loanId: 'lon_1', worstDaysPastDue: 95, daysPastDue: 95 }] };
  expect(regrade(late, rules, on('2026-11-23', 'LOAN')).grades.at(-1)).toMatchObject({ grade: 'A', score: 82, cause: 'LOAN' });
});

test.each<[string, Customer, GradeCause, string]>([
  ['a change of nothing that counts', opened, 'PROFILE', '2026-12-01'],
  ['a correction of a phone', opened, 'CORRECTION', '2026-12-01'],
  ['the same asked twice on one day', opened, 'BY_HAND', '2026-11-03'],
  ['the schedule twice on one day', opened, 'SCHEDULE', '2026-11-03'],
])('[3.9] %s leaves no second line', (_title, customer, cause, date) => {
  expect(regrade(customer, rules, on(date, cause))).toBe(customer);
});

test('[3.9] on schedule the same result is noted with its new day, once', () => {
  const again = regrade(opened, rules, on('2027-05-02', 'SCHEDULE'));
  expect(again.grades).toHaveLength(2);
  expect(again.regradeDueOn).toBe('2027-10-29');
  expect(regrade(again, rules, on('2027-05-02', 'SCHEDULE'))).toBe(again);
});

test('[3.9] another scorecard is another result, though the score is the same', () => {
  const other = { ...rules, scorecard: { ...gradeScorecardV1, version: 2 } };
  expect(regrade(opened, other, on('2026-11-03', 'SCHEDULE')).grades.at(-1)).toMatchObject({ scorecardVersion: 2 });
});
