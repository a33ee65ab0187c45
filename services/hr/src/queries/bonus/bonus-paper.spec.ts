import { describe, expect, test } from '@jest/globals';
import { htmlOf, pdfOf } from '@weilend/documents';
import { aPart, day, preparedStatement } from '../../domain/bonus/bonus.builder.js';
import { holdDeferred } from '../../domain/bonus/deferred.js';
import type { BonusState } from '../../domain/bonus/bonus.machine.js';
import { bonusPaper } from './bonus-paper.js';
import type { BonusPaperFacts } from './bonus-paper.js';
import { bonusView, deferredView } from './bonus-view.js';

const stored = <T extends { id: string }>({ id, ...rest }: T) => ({ _id: id, ...rest }) as never;

function facts(change: Partial<ReturnType<typeof preparedStatement>> = {}, employee: BonusPaperFacts['employee'] = null): BonusPaperFacts {
  const statement = { ...preparedStatement(), ...change };
  return {
    bonus: bonusView(stored(statement)),
    employee: employee ?? { name: '周一', employeeNo: 'S-1' },
    parts: [aPart({ takenFen: 123_45, withheldFen: 0 })],
    clawbacks: [
      {
        ...{ id: 'bnc_1', version: 1, statementId: 'bns_1', employeeId: 'emp_1', quarter: '2026-Q1', loanId: 'lon_9' },
        ...{ badSince: day('2026-07-01'), bookedOn: day('2026-07-02'), amountFen: 777_00, fromDeferredFen: 333_00, carriedFen: 444_00 },
      },
    ],
    deferred: deferredView(stored(holdDeferred('bnd_1', statement, day('2026-10-01')))),
  };
}

describe('[5.6] the statement as its person reads it', () => {
  test.each([
    ...['绩效奖金单', '周一', 'S-1', '2026-Q1', '待审批', '基数', '发放金额 1,000,000.00 元 × 0.50%', '1.2000', '6,000.00'],
    ...['2,400.00 元', '3,600.00 元', '2026-10-01', '递延中', 'lon_9', '777.00', '333.00', '444.00', '10,000.00', '123.45'],
  ])('says %s', (part) => {
    expect(htmlOf(bonusPaper(facts()))).toContain(part);
  });

  test('of one that came back says why and what to do', () => {
    const html = htmlOf(bonusPaper(facts({ state: 'RETURNED', returnCode: 'PAYMENT_REFUSED_BY_BANK', returnReasons: ['账户已销户'] })));
    expect(html).toContain('账户已销户');
    expect(html).toContain('登记有效账户');
  });

  test('[5.4] of one that is blocked names the violations', () => {
    expect(htmlOf(bonusPaper(facts({ state: 'BLOCKED', blockedBy: ['vio_77'] })))).toContain('vio_77');
  });

  test.each<[BonusState, string | null]>([
    ['PREPARED', '待审批'],
    ['REJECTED', '作废'],
    ['BLOCKED', '停发'],
    ['SENT', null],
    ['PAID', null],
  ])('%s carries the mark %s', (state, mark) => {
    expect(bonusPaper(facts({ state })).mark).toBe(mark);
  });

  test('without loans, clawbacks and a deferred part it is read all the same', () => {
    const html = htmlOf(bonusPaper({ ...facts(), parts: [], clawbacks: [], deferred: null, employee: null }));
    expect(html).toContain('无递延部分');
  });

  test('what a person is called is no markup', () => {
    expect(htmlOf(bonusPaper(facts({}, { name: '<b>甲</b>', employeeNo: 'S-2' })))).not.toContain('<b>甲</b>');
  });

  test('the same statement has the same bytes', async () => {
    const [one, again] = [await pdfOf(bonusPaper(facts())), await pdfOf(bonusPaper(facts()))];
    expect(again.equals(one)).toBe(true);
  });
});
