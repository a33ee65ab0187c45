import { describe, expect, test } from '@jest/globals';
import { aPart, day, goodFormula, preparedStatement } from './bonus.builder.js';
import type { BonusLoan } from './bonus-loan.js';
import type { BonusPart } from './clawback.js';
import {
  blockDeferred,
  deferredPaid,
  deferredPayout,
  deferredReturned,
  heldFen,
  holdDeferred,
  releaseDeferred,
  sendDeferredAgain,
  sentDeferred,
  takeFromDeferred,
} from './deferred.js';
import type { DeferredBonus } from './deferred.js';

const held = (change: Partial<DeferredBonus> = {}): DeferredBonus => ({
  ...holdDeferred('bnd_1', preparedStatement(), day('2026-10-01')),
  ...{ amountFen: 8_000 },
  ...change,
});
const loan = (id: string, bucket: BonusLoan['bucket']): [string, BonusLoan] => [
  id,
  { ...{ id, version: 1, employeeId: 'emp_1', bucket, loanClass: 'PASS', changedOn: day('2026-07-01'), reached: {} } },
];
const two = (one: Partial<BonusPart> = {}) => [aPart({ ...one }), aPart({ id: 'bnp_2', loanId: 'lon_2' })];
const release = (deferred: DeferredBonus, parts: BonusPart[], loans: [string, BonusLoan][], owedFen: number | null = null) =>
  releaseDeferred(
    deferred,
    { parts, loans: new Map(loans), formula: goodFormula },
    owedFen === null ? null : { id: 'emp_1', version: 1, owedFen },
    day('2026-10-01'),
  );

describe('[5.6] the deferred part', () => {
  test('is held of an approved statement', () => {
    expect(holdDeferred('bnd_1', preparedStatement(), day('2026-10-01'))).toMatchObject({
      state: 'HELD',
      amountFen: 240_000,
      quarter: '2026-Q1',
    });
    expect([heldFen(held()), heldFen(takeFromDeferred(held(), 3_000)), heldFen(null)]).toEqual([8_000, 5_000, 0]);
  });

  test.each<[string, Partial<DeferredBonus>, BonusPart[], [string, BonusLoan][], number, number, string]>([
    ['in full when every loan is sound', {}, two(), [], 8_000, 0, 'SENT'],
    ['in full when one is only a little late', {}, two(), [loan('lon_1', 'M2_M3')], 8_000, 0, 'SENT'],
    ['in part when one is bad', {}, two(), [loan('lon_1', 'M4_PLUS')], 4_000, 4_000, 'SENT'],
    ['not at all when all are bad', {}, two(), [loan('lon_1', 'M4_PLUS'), loan('lon_2', 'M4_PLUS')], 0, 8_000, 'NOTHING_DUE'],
    [
      'without what a clawback took',
      { takenFen: 4_000 },
      two({ takenFen: 10_000, takenOfDeferredFen: 4_000 }),
      [loan('lon_1', 'M4_PLUS')],
      4_000,
      0,
      'SENT',
    ],
    [
      'never below nothing',
      { takenFen: 7_000 },
      two({ takenFen: 7_000, takenOfDeferredFen: 7_000 }),
      [loan('lon_2', 'M4_PLUS')],
      0,
      1_000,
      'NOTHING_DUE',
    ],
    ['in full without loans', {}, [], [], 8_000, 0, 'SENT'],
  ])('is released %s', (_title, change, parts, loans, dueFen, withheldFen, state) => {
    const { deferred, withheld } = release(held(change), parts, loans);
    expect(deferred).toMatchObject({ dueFen, withheldFen, state, releasedOn: '2026-10-01' });
    expect(withheld.reduce((sum, part) => sum + part.withheldFen, 0)).toBe(withheldFen);
  });

  test('[5.4] stays held with its reason while a severe violation stands, and nothing of it is lost', () => {
    const blocked = blockDeferred(held(), ['vio_1']);
    expect(blocked).toEqual({ ...held(), blockedBy: ['vio_1'] });
    expect(heldFen(blocked)).toBe(8_000);
    expect(release(blocked, two(), []).deferred).toMatchObject({ state: 'SENT', dueFen: 8_000, blockedBy: null });
    expect(() => blockDeferred(release(held(), two(), []).deferred, ['vio_1'])).toThrow('ILLEGAL_TRANSITION');
  });

  test('gives back first what the person owes', () => {
    const { deferred, balance } = release(held(), two(), [], 3_000);
    expect(deferred).toMatchObject({ dueFen: 8_000, setOffFen: 3_000, state: 'SENT' });
    expect([deferredPayout(deferred), balance?.owedFen]).toEqual([5_000, 0]);
    expect(release(held(), two(), [], 9_000).deferred.state).toBe('NOTHING_DUE');
  });

  test('is paid, or comes back and is handed over again', () => {
    const sent = sentDeferred(release(held(), two(), []).deferred, 'hof_1');
    expect(deferredPaid(sent, { paidOn: day('2026-10-08'), reference: 'R' })).toMatchObject({ state: 'PAID', reference: 'R', id: 'bnd_1' });
    const returned = deferredReturned(sent, { code: 'BONUS_REJECTED', reasons: ['x'] });
    expect(sendDeferredAgain(returned, 'hof_2')).toMatchObject({ state: 'SENT', handoffId: 'hof_2' });
  });

  test.each<[string, () => unknown]>([
    ['released twice', () => release(release(held(), two(), []).deferred, two(), [])],
    ['paid before it is released', () => deferredPaid(held(), { paidOn: day('2026-10-08'), reference: 'R' })],
    ['sent again without having come back', () => sendDeferredAgain(release(held(), two(), []).deferred, 'hof_2')],
  ])('is not %s', (_title, act) => {
    expect(act).toThrow('ILLEGAL_TRANSITION');
  });
});
