import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { coordinationUnderTest } from '../../test/builders/coordination.builder.js';
import type { CoordinationUnderTest } from '../../test/builders/coordination.builder.js';
import { DashboardQueries } from './dashboard.queries.js';

let co: CoordinationUnderTest;
let queries: DashboardQueries;
const day = (text: string) => text as LocalDate;

beforeAll(async () => {
  co = await coordinationUnderTest();
  queries = new DashboardQueries(co.platform.database);
});
afterAll(() => co.stop());

const score = (points: number, recordedOn: string) => {
  const customerId = newId('cus');
  return co.source.event('sales.satisfaction-recorded.v1', customerId, {
    customerId,
    salespersonId: newId('emp'),
    score: points,
    recordedOn,
  });
};
const customer = (registeredOn: string) => {
  const customerId = newId('cus');
  return co.source.event('sales.customer-registered.v1', customerId, {
    customerId,
    customerType: 'INDIVIDUAL',
    ownerId: newId('emp'),
    registeredOn,
  });
};
const loan = (amountFen: number, disbursedOn: string) => {
  const applicationId = newId('app');
  return co.source.event('finance.loan-disbursed.v1', applicationId, {
    loanId: newId('lon'),
    disbursementId: newId('dis'),
    contractId: newId('con'),
    applicationId,
    customerId: newId('cus'),
    salespersonId: newId('emp'),
    productId: newId('prd'),
    amountFen,
    termMonths: 12,
    annualRate: '0.12',
    method: 'EQUAL_INSTALMENT',
    disbursedOn,
    firstDueOn: '2026-12-20',
    firstLoanOfCustomer: true,
  });
};

const complaint = (openedOn: string, ticketId = newId('fbk'), reopened = false) =>
  co.source.event('sales.feedback-opened.v1', ticketId, {
    ...{ ticketId, customerId: newId('cus'), salespersonId: newId('emp'), kind: 'COMPLAINT', severity: 'LOW', reopened, openedOn },
    answerDueAt: '2026-11-05T02:00:00.000Z',
  });
const settled = (closedOn: string, ticketId: string) =>
  co.source.event('sales.feedback-closed.v1', ticketId, {
    ...{ ticketId, customerId: newId('cus'), salespersonId: newId('emp'), kind: 'COMPLAINT', severity: 'LOW' },
    ...{ satisfaction: 3, answeredInTime: true, closedOn },
  });

describe('[1.1] the company dashboard', () => {
  test('[3.12] counts the complaints that came in, and those that are still open', async () => {
    const ticketId = newId('fbk');
    const messages = [complaint('2024-01-02'), complaint('2024-02-03', ticketId), settled('2024-02-05', ticketId)];
    for (const message of [...messages, complaint('2024-03-01', ticketId, true)]) await co.inbox.receive(message);
    const open = async (from: string, to: string) => {
      const { complaints, openComplaints } = (await queries.figures(day(from), day(to))).satisfaction;
      return [complaints, openComplaints];
    };
    expect(await open('2024-01-01', '2024-01-31')).toEqual([1, 1]);
    expect(await open('2024-02-01', '2024-02-04')).toEqual([1, 2]);
    expect(await open('2024-02-01', '2024-02-29')).toEqual([1, 1]);
    expect(await open('2024-03-01', '2024-03-31')).toEqual([0, 2]);
  });

  test('shows each fact once, in its period, side by side', async () => {
    const messages = [
      loan(5_000_000, '2026-11-01'),
      loan(7_000_000, '2026-11-30'),
      loan(9_000_000, '2026-12-01'),
      customer('2026-11-15'),
      score(5, '2026-11-02'),
      score(2, '2026-11-03'),
    ];
    for (const message of [...messages, ...messages]) await co.inbox.receive(message);
    expect(await queries.figures(day('2026-11-01'), day('2026-11-30'))).toMatchObject({
      sales: { asOf: messages[3]?.time, disbursedFen: 12_000_000, loans: 2, newCustomers: 1 },
      satisfaction: { asOf: messages[5]?.time, average: 3.5, count: 2, dissatisfied: 1 },
      compliance: { asOf: null, violations: 0, highAlerts: 0 },
    });
  });

  test.each([
    ['a period without facts', '2025-01-01', '2025-12-31'],
    ['a period that runs backwards', '2026-11-30', '2026-11-01'],
  ])('%s is empty', async (_name, from, to) => {
    expect(await queries.figures(day(from), day(to))).toMatchObject({
      sales: { disbursedFen: 0, loans: 0 },
      satisfaction: { average: null, count: 0 },
    });
  });
});
