import { expect, test } from '@jest/globals';
import { funnelRows, funnelTotal, shareOf } from './funnel.js';
import type { ReachGroup } from './funnel.js';
import { REACHED } from './lead-progress.js';

const group = (key: string | null, reached: number, leads: number, more: Partial<ReachGroup> = {}): ReachGroup => ({
  ...{ key, reached, leads, loans: 0, disbursedFen: 0, ...more },
});
const ALL = Object.values(REACHED).reduce((bits, bit) => bits | bit, 0);
const groups = [
  group('ONLINE', 0, 5),
  group('ONLINE', REACHED.responded | REACHED.converted, 2),
  group('ONLINE', ALL, 1, { loans: 2, disbursedFen: 300 }),
  group(null, REACHED.responded, 4),
];

test('[2.8] a step counts the leads that made it, whichever others they left out', () => {
  const [online, unnamed, fair] = funnelRows(
    groups,
    new Map([
      ['ONLINE', 1_000],
      ['FAIR', 70],
    ]),
  );
  expect(online).toMatchObject({
    key: 'ONLINE',
    leads: 8,
    responded: 3,
    enquiries: 1,
    customers: 3,
    applications: 1,
    disbursed: 1,
    loans: 2,
  });
  expect(online).toMatchObject({ disbursedFen: 300, costFen: 1_000, costPerLeadFen: 125, costPerCustomerFen: 333, costPerLoanFen: 500 });
  expect([online?.customerRate, online?.applicationRate]).toEqual([
    { of: 3, among: 8, rate: '0.375000' },
    { of: 1, among: 3, rate: '0.333333' },
  ]);
  expect(unnamed).toMatchObject({ key: null, leads: 4, responded: 4, costFen: null, costPerLeadFen: null });
  expect(fair).toMatchObject({ key: 'FAIR', leads: 0, costFen: 70, costPerLeadFen: null, overallRate: { rate: null } });
});

test('[2.8] the rows add up to the total', () => {
  const rows = funnelRows(groups, null);
  const total = funnelTotal(groups, 1_070);
  for (const part of ['leads', 'responded', 'customers', 'signed', 'loans', 'disbursedFen'] as const)
    expect(rows.reduce((sum, row) => sum + row[part], 0)).toBe(total[part]);
  expect([rows[0]?.costFen, total.costFen, total.costPerLeadFen]).toEqual([null, 1_070, 89]);
});

test.each([
  [1, 3, '0.333333'],
  [2, 3, '0.666667'],
  [0, 7, '0.000000'],
  [7, 7, '1.000000'],
  [0, 0, null],
])('[2.8] %d of %d is %s', (of, among, rate) => {
  expect(shareOf(of, among)).toEqual({ of, among, rate });
});
