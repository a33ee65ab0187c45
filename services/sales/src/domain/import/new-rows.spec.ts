import { expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { readCustomerRow } from './customer-row.js';
import { newCustomer, newLead } from './new-rows.js';

const now = new Date('2026-11-20T01:00:00Z');
const arrival = { at: now, by: 'emp_9', promisedResponseAt: new Date('2026-11-20T05:00:00Z'), campaignId: 'cmp_1' };
const today = '2026-11-20' as LocalDate;
const person = { type: '个人', name: '王小明', residentId: '11010519491231002X', phone: '13800138000', address: '北京市朝阳区某路 1 号' };
const known = {
  ...{
    occupation: '教师',
    education: '本科',
    residence: '自有',
    yearsAtResidence: '3',
    monthlyIncome: '1',
    monthlyExpense: '1',
    assets: '1',
  },
  ...{ employer: '学校', position: '教师', employedMonths: '36', maritalStatus: '已婚', dependants: '0' },
  ...{ otherLoans: '0', otherLoansAmount: '0', monthlyDebtService: '0', guarantees: '0' },
  ...{ liabilities: '1', statedLatePayments: '0', purpose: '旅游', amount: '1', termMonths: '1', method: '等额本息' },
};
const opened = (cells: Record<string, string>) =>
  newCustomer('cus_1', readCustomerRow({ line: 2, toLine: 2, cells }, today), {
    ...{ ownerId: 'emp_1', today, now, intervals: { A: 30, B: 60, C: 90 } },
  });

test('[2.8] a lead is new, and nobody else than the row says', () => {
  const draft = { channel: 'ONLINE', onlineSource: 'WEBSITE', activityId: null, referrerId: null, partnerId: null } as const;
  const lead = newLead('led_1', { ...draft, contactName: '王', phone: null, note: null, salespersonId: 'emp_1' }, arrival);
  expect(lead).toMatchObject({ version: 0, state: 'new', customerId: null, createdAt: now, salespersonId: 'emp_1', campaignId: 'cmp_1' });
  expect(lead.assignments).toEqual([{ salespersonId: 'emp_1', how: 'HAND', by: 'emp_9', reason: null, at: now }]);
});

test('[3.5, 3.10] a customer is filed at once only when the row says everything, and is visited like one without a grade', () => {
  expect(opened(person)).toMatchObject({ filedAt: null, nextVisitOn: '2027-02-18', owners: [{ ownerId: 'emp_1', since: today }] });
  expect(opened({ ...person, ...known }).filedAt).toEqual(now);
  expect(opened(person)).not.toHaveProperty('birthDate');
});
