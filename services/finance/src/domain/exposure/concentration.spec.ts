import { describe, expect, it } from '@jest/globals';
import { InvariantViolation, parseRate } from '@weilend/kernel';
import { checkLimits, isBreached, LIMIT_KINDS, roomFen, standingsOf } from './concentration.js';
import type { LendingPolicy } from './concentration.js';
import { anExposure } from './exposure.builder.js';
import type { Balance, Exposure } from './exposure.js';
import type { LoanUse } from './loan-use.js';

/** Single borrower 100,000 yuan, group 150,000 yuan. */
const local: LendingPolicy = {
  ...{ netAssetsFen: 1_000_000_00, singleShare: parseRate('0.1'), groupShare: parseRate('0.15'), licence: 'LOCAL' },
  ...{ consumerCapFen: 20_000_00, businessCapFen: 90_000_00 },
};
const online: LendingPolicy = { ...local, licence: 'ONLINE' };

interface Row {
  readonly borrower?: Partial<Exposure>;
  readonly group?: Balance;
  readonly amountFen: number;
  readonly use?: LoanUse;
  readonly policy?: LendingPolicy;
}

const owes = (outstandingFen: number, reservedFen = 0): Balance => ({ outstandingFen, reservedFen });
const judge = ({ borrower = {}, group, amountFen, use = 'BUSINESS', policy = local }: Row): void =>
  checkLimits(standingsOf(anExposure(borrower), group ?? null, policy), { amountFen, use });

describe('[7.3, 1.2] G7: limits of lending', () => {
  it.each<[string, Row]>([
    ['the first loan up to the limit', { amountFen: 100_000_00 }],
    ['the rest beside an outstanding balance', { borrower: owes(60_000_00), amountFen: 40_000_00 }],
    ['the rest beside a payment under way', { borrower: owes(0, 99_999_99), amountFen: 1 }],
    ['what fills the limit of the group', { group: owes(60_000_00, 40_000_00), amountFen: 50_000_00 }],
    ['a full group to who is not in it', { amountFen: 1 }],
    ['consumption up to its cap', { policy: online, use: 'CONSUMER', amountFen: 20_000_00 }],
    ['business up to its cap', { policy: online, amountFen: 90_000_00 }],
    [
      'business beside a full cap of consumption',
      { policy: online, borrower: { ...owes(20_000_00), consumerFen: 20_000_00 }, amountFen: 1 },
    ],
    ['consumption beyond the cap of another licence', { use: 'CONSUMER', amountFen: 20_000_01 }],
  ])('allow %s', (_title, row) => expect(() => judge(row)).not.toThrow());

  it.each<[string, Row, string]>([
    ['one fen above the limit', { amountFen: 100_000_01 }, 'CONCENTRATION_EXCEEDED'],
    ['one fen beside an outstanding balance', { borrower: owes(60_000_00), amountFen: 40_000_01 }, 'CONCENTRATION_EXCEEDED'],
    ['one fen beside a payment under way', { borrower: owes(0, 60_000_00), amountFen: 40_000_01 }, 'CONCENTRATION_EXCEEDED'],
    ['one fen beside both', { borrower: owes(50_000_00, 50_000_00), amountFen: 1 }, 'CONCENTRATION_EXCEEDED'],
    ['anything when the limit has shrunk', { borrower: owes(500_000_00), amountFen: 1 }, 'CONCENTRATION_EXCEEDED'],
    ['one fen above the limit of the group', { group: owes(100_000_00), amountFen: 50_000_01 }, 'GROUP_CONCENTRATION_EXCEEDED'],
    ['one fen beside payments of other members', { group: owes(0, 150_000_00), amountFen: 1 }, 'GROUP_CONCENTRATION_EXCEEDED'],
    ['anything to a group above its limit', { group: owes(400_000_00), amountFen: 1 }, 'GROUP_CONCENTRATION_EXCEEDED'],
    ['his own limit before the group', { borrower: owes(100_000_00), group: owes(150_000_00), amountFen: 1 }, 'CONCENTRATION_EXCEEDED'],
    ['one fen of consumption above its cap', { policy: online, use: 'CONSUMER', amountFen: 20_000_01 }, 'CONSUMER_CAP_EXCEEDED'],
    [
      'consumption beside consumption',
      { policy: online, use: 'CONSUMER', borrower: { ...owes(15_000_00, 5_000_00), consumerFen: 20_000_00 }, amountFen: 1 },
      'CONSUMER_CAP_EXCEEDED',
    ],
    ['one fen of business above its cap', { policy: online, amountFen: 90_000_01 }, 'BUSINESS_CAP_EXCEEDED'],
    [
      'business beside business',
      { policy: online, borrower: { ...owes(91_000_00), consumerFen: 1_000_00 }, amountFen: 1 },
      'BUSINESS_CAP_EXCEEDED',
    ],
  ])('refuse %s', (_title, row, code) => expect(() => judge(row)).toThrow(code));

  it('are never rounded up', () => {
    const policy = { ...local, netAssetsFen: 100, singleShare: parseRate('0.333333') };
    expect(() => judge({ policy, amountFen: 34 })).toThrow('CONCENTRATION_EXCEEDED');
    expect(() => judge({ policy, amountFen: 33 })).not.toThrow();
  });

  it('say what is used of each and what is left', () => {
    const standings = standingsOf(anExposure({ ...owes(95_000_00, 10_000_00), consumerFen: 5_000_00 }), owes(120_000_00), online);
    expect(standings.map((one) => [one.kind, one.limitFen, one.balanceFen, roomFen(one), isBreached(one)])).toEqual([
      ['SINGLE_BORROWER', 100_000_00, 105_000_00, 0, true],
      ['GROUP', 150_000_00, 120_000_00, 30_000_00, false],
      ['ONLINE_CONSUMER', 20_000_00, 5_000_00, 15_000_00, false],
      ['ONLINE_BUSINESS', 90_000_00, 100_000_00, 0, true],
    ]);
    expect(standings.map((one) => one.kind)).toEqual([...LIMIT_KINDS]);
    expect(standingsOf(anExposure(), null, local).map((one) => one.kind)).toEqual(['SINGLE_BORROWER']);
  });

  it.each([0, -1])('are not asked for %i fen', (amountFen) => expect(() => judge({ amountFen })).toThrow(InvariantViolation));
});
