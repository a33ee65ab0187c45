import { describe, expect, test } from '@jest/globals';
import { at, day, goodFormula, goodInputs, preparedStatement } from './bonus.builder.js';
import { computeBonus } from './compute-bonus.js';
import {
  approveStatement,
  checkApprover,
  block,
  isApproved,
  payoutOf,
  prepareStatement,
  rejectStatement,
  sendStatementAgain,
  sentStatement,
  statementPaid,
  statementReturned,
} from './statement.js';
import type { BonusStatement } from './statement.js';

const approve = (statement = preparedStatement(), by = 'emp_boss', owedFen: number | null = null) =>
  approveStatement(statement, owedFen === null ? null : { id: 'emp_1', version: 1, owedFen }, { by, at });
const approved = () => sentStatement(approve().statement, 'hof_1');
const again = (existing: BonusStatement, state: 'OPEN' | 'CLOSED' = 'CLOSED', violations: readonly string[] = []) =>
  prepareStatement(existing, {
    ...{ id: 'bns_2', formulaId: 'bnf_1', preparedBy: 'emp_hr', preparedAt: at, formula: goodFormula, violations },
    computation: computeBonus(goodFormula, goodInputs),
    sheet: { id: 'apr_1', employeeId: 'emp_1', quarter: '2026-Q1', state },
  });

describe('[5.6] a bonus statement', () => {
  test('is prepared of a closed sheet, with the day of release after two quarters', () => {
    expect(preparedStatement()).toMatchObject({
      ...{ state: 'PREPARED', dueFen: 360_000, releaseOn: '2026-10-01', preparation: 1, appraisalId: 'apr_1' },
      computation: { totalFen: 600_000, deferredFen: 240_000, paidNowFen: 360_000 },
    });
  });

  test('is approved by another person, paid, and shows the reference', () => {
    const paid = statementPaid(approved(), { paidOn: day('2026-04-20'), reference: 'SIM-1' });
    expect(paid).toMatchObject({ state: 'PAID', approvedBy: 'emp_boss', paidOn: '2026-04-20', reference: 'SIM-1', quarter: '2026-Q1' });
    expect(isApproved(paid)).toBe(true);
  });

  test.each([
    [null, 0, 360_000, 'SENT', null],
    [100_000, 100_000, 260_000, 'SENT', 0],
    [360_000, 360_000, 0, 'NOTHING_DUE', 0],
    [500_000, 360_000, 0, 'NOTHING_DUE', 140_000],
  ])('of somebody who owes %p, %i is kept back and %i paid', (owed, setOffFen, payout, state, left) => {
    const { statement, balance } = approve(preparedStatement(), 'emp_boss', owed);
    expect(statement).toMatchObject({ state, setOffFen, owedBeforeFen: owed ?? 0 });
    expect(payoutOf(statement)).toBe(payout);
    expect(balance?.owedFen ?? null).toBe(left);
  });

  test('of nothing is settled without a payment', () => {
    const statement = preparedStatement({ inputs: { ...goodInputs, score: 0 } });
    expect(statement).toMatchObject({ dueFen: 0, releaseOn: null });
    expect(approve(statement).statement.state).toBe('NOTHING_DUE');
  });

  test('that finance returned is handed over again', () => {
    const returned = statementReturned(approved(), { code: 'BONUS_REJECTED', reasons: ['金额待核对'] });
    expect(returned).toMatchObject({ state: 'RETURNED', returnCode: 'BONUS_REJECTED', employeeId: 'emp_1' });
    expect(sendStatementAgain(returned, 'hof_2')).toMatchObject({ state: 'SENT', handoffId: 'hof_2', returnCode: null });
  });

  test('that was rejected is prepared again under its own id', () => {
    const rejected = rejectStatement(preparedStatement(), 'emp_boss', '分数有误，请核对');
    expect(again(rejected)).toMatchObject({ id: 'bns_1', state: 'PREPARED', preparation: 2, rejectionReason: null });
  });
});

describe('[5.4] a severe violation blocks', () => {
  test('from the beginning', () => {
    const blocked = preparedStatement({ violations: ['vio_1'] });
    expect(blocked).toMatchObject({ state: 'BLOCKED', blockedBy: ['vio_1'], dueFen: 0, releaseOn: null });
    expect(() => approve(blocked)).toThrow('ILLEGAL_TRANSITION');
    expect(isApproved(blocked)).toBe(false);
  });

  test('for as long as it stands: with none left it is prepared again, and somebody else approves', () => {
    const free = again(preparedStatement({ violations: ['vio_1'] }));
    expect(free).toMatchObject({ state: 'PREPARED', preparation: 2, blockedBy: [], dueFen: 360_000, releaseOn: '2026-10-01' });
    expect(() => approve(free, 'emp_hr')).toThrow('BONUS_SAME_PERSON');
  });

  test('or before it is approved', () => {
    expect(block(preparedStatement(), ['vio_2'])).toMatchObject({ state: 'BLOCKED', blockedBy: ['vio_2'] });
  });
});

describe('[5.6] refused', () => {
  test.each<[string, () => unknown, string]>([
    [
      'before the sheet is closed',
      () => again(rejectStatement(preparedStatement(), 'emp_boss', '分数有误'), 'OPEN'),
      'BONUS_SHEET_NOT_CLOSED',
    ],
    ['preparing it twice', () => again(preparedStatement()), 'BONUS_ALREADY_SETTLED'],
    ['preparing what is approved', () => again(approved()), 'BONUS_ALREADY_SETTLED'],
    ['preparing what is blocked', () => again(preparedStatement({ violations: ['vio_1'] }), 'CLOSED', ['vio_1']), 'BONUS_SEVERE_VIOLATION'],
    [
      'preparing what is blocked by another one',
      () => again(preparedStatement({ violations: ['vio_1'] }), 'CLOSED', ['vio_2']),
      'BONUS_SEVERE_VIOLATION',
    ],
    ['approving what is blocked', () => approve(preparedStatement({ violations: ['vio_1'] })), 'ILLEGAL_TRANSITION'],
    ['approving what oneself prepared', () => approve(preparedStatement(), 'emp_hr'), 'BONUS_SAME_PERSON'],
    ['approving another preparation than was read', () => checkApprover(preparedStatement(), 'emp_boss', 2), 'BONUS_PREPARED_AGAIN'],
    ['approving one’s own', () => approve(preparedStatement(), 'emp_1'), 'BONUS_OWN'],
    ['approving twice', () => approve(approved()), 'ILLEGAL_TRANSITION'],
    ['rejecting what is approved', () => rejectStatement(approved(), 'emp_boss', '太晚了一点'), 'ILLEGAL_TRANSITION'],
    ['rejecting one’s own preparation', () => rejectStatement(preparedStatement(), 'emp_hr', '分数有误'), 'BONUS_SAME_PERSON'],
    ['rejecting without a reason', () => rejectStatement(preparedStatement(), 'emp_boss', ''), 'BONUS_REASON_MISSING'],
    [
      'paying what is not approved',
      () => statementPaid(preparedStatement(), { paidOn: day('2026-04-20'), reference: 'X' }),
      'ILLEGAL_TRANSITION',
    ],
    ['sending what did not come back', () => sendStatementAgain(approved(), 'hof_2'), 'ILLEGAL_TRANSITION'],
  ])('%s', (_title, act, code) => {
    expect(act).toThrow(code);
  });
});
