import { describe, expect, it } from '@jest/globals';
import { parseLocalDate, sumFen } from '@weilend/kernel';
import { ageLoan } from './age-loan.js';
import { aLoan, serviceFee } from './loan.builder.js';
import type { AllocationPart } from '../product/servicing-rules.js';
import { payDue, Purse, settleIfCleared } from './spend.js';

const on = parseLocalDate;
/** Two instalments late, on 20 March: fee 300.00, penalty 150.01, interest 1,000.00 and 921.15, principal 7,884.88 and 7,963.73. */
const late = (allocationOrder: readonly AllocationPart[]) =>
  ageLoan(aLoan({ fees: [serviceFee], servicing: { allocationOrder } }), on('2026-03-20'));

function spent(order: readonly AllocationPart[], amountFen: number) {
  const purse = new Purse(amountFen);
  const paid = payDue(late(order), (row) => row.dueOn <= '2026-03-20', purse);
  const of = (read: (row: (typeof paid.rows)[number]) => number): number[] => paid.rows.slice(0, 2).map(read);
  return {
    ...{ fees: sumFen(paid.fees.map((fee) => fee.paidFen)), penalty: paid.penaltyPaidFen, left: purse.left() },
    ...{ interest: of((row) => row.interestPaidFen), principal: of((row) => row.principalPaidFen) },
  };
}

describe('[7.3] money is spent in the order of the product', () => {
  const law: readonly AllocationPart[] = ['FEES', 'PENALTY', 'INTEREST', 'PRINCIPAL'];

  it.each<[string, readonly AllocationPart[], number, object]>([
    ['nothing', law, 0, { fees: 0, penalty: 0, interest: [0, 0], principal: [0, 0], left: 0 }],
    ['by law: a part of the fee', law, 200_00, { fees: 200_00, penalty: 0, interest: [0, 0], left: 0 }],
    [
      'by law: the oldest instalment whole before the next one’s interest',
      law,
      300_00 + 150_01 + 9_000_00,
      { fees: 300_00, penalty: 150_01, interest: [1000_00, 115_12], principal: [7884_88, 0] },
    ],
    [
      'rows first',
      ['INTEREST', 'PRINCIPAL', 'PENALTY', 'FEES'],
      8884_88,
      { fees: 0, penalty: 0, interest: [1000_00, 0], principal: [7884_88, 0] },
    ],
    [
      'principal of an instalment first',
      ['FEES', 'PENALTY', 'PRINCIPAL', 'INTEREST'],
      300_00 + 150_01 + 7884_88 + 5,
      { principal: [7884_88, 0], interest: [5, 0] },
    ],
    [
      'all interest, penalty, then all principal',
      ['INTEREST', 'PENALTY', 'PRINCIPAL', 'FEES'],
      1921_15 + 150_01 + 10,
      { interest: [1000_00, 921_15], penalty: 150_01, principal: [10, 0], fees: 0 },
    ],
    [
      'more than everything due',
      law,
      20_000_00,
      { interest: [1000_00, 921_15], principal: [7884_88, 7963_73], left: 20_000_00 - 300_00 - 150_01 - 17_769_76 },
    ],
  ])('%s', (_title, order, amountFen, expected) => expect(spent(order, amountFen)).toMatchObject(expected));

  it('takes no more than is owed and no more than there is', () => {
    const purse = new Purse(400_00);
    expect([purse.take(300_00), purse.left(), purse.take(500_00), purse.left()]).toEqual([300_00, 100_00, 100_00, 0]);
  });

  it('a loan that owes something goes on', () => {
    expect(settleIfCleared(aLoan(), on('2026-02-15'))).toEqual(aLoan());
  });
});
