import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { aCase, aRoll, aSubstitute, COMMITTEE, FULL, INDIVIDUAL, SMALL, TODAY, votes } from '../__cases__/committee.builder.js';
import type { ApprovalCase, Recusal } from './approval-case.js';
import { castVote } from './ballot.js';
import {
  circulate,
  closeCirculation,
  electorateOrNull,
  proposedSubstitutes,
  quorumOutlook,
  remindVoters,
  reschedule,
  returnToRisk,
} from './circulation.js';
import { electorateOf } from './electorate.js';

const at = (hour: number): Date => new Date(Date.parse('2026-11-23T00:00:00Z') + hour * 3_600_000);
const started = { startedBy: 'emp_sec', startedAt: at(0), dueAt: at(8) };
const running = (change: Partial<ApprovalCase> = {}): ApprovalCase => circulate(aCase(change), started);
const electorate = (one: ApprovalCase) => electorateOf(one, aRoll(), TODAY);
const recused = (...names: string[]): Recusal[] =>
  names.map((name) => ({ employeeId: `emp_${name}`, reason: '亲属', kind: 'DECLARED', at: at(0) }));
const away = (name: string) => ({ employeeId: `emp_${name}`, fromOn: TODAY, toOn: TODAY });

describe('[4.12] a circulated vote', () => {
  test('has its moment where the index finds it', () => {
    expect(running()).toMatchObject({ ballotDueAt: at(8), circulation: { outcome: 'RUNNING', remindedAt: null } });
  });

  test.each([
    ['twice at a time', running(), started, 'CIRCULATION_RUNNING'],
    ['that ends when it begins', aCase(), { ...started, dueAt: at(0) }, 'CIRCULATION_DEADLINE'],
    ['that ends before it begins', aCase(), { ...started, dueAt: at(-1) }, 'CIRCULATION_DEADLINE'],
    ['of a decided case', aCase({ state: 'decided' }), started, 'ILLEGAL_TRANSITION'],
    ['of a returned case', aCase({ state: 'returned' }), started, 'ILLEGAL_TRANSITION'],
  ])('not %s', (_name, one, start, code) => {
    expect(() => circulate(one, start)).toThrow(expect.objectContaining({ code }));
  });

  test.each([
    ['a+ b+', 'QUORATE'],
    ['a+ b- c-', 'QUORATE'],
    ['a+', 'TO_SESSION'],
    ['', 'TO_SESSION'],
  ])('ends with votes "%s": %s', (text, outcome) => {
    const one = running({ votes: votes(text) });
    const closed = closeCirculation(one, electorate(one), at(8));
    expect([closed.circulation?.outcome, closed.ballotDueAt]).toEqual([outcome, null]);
  });

  test('ends without anybody who could decide: to the next sitting', () => {
    expect(closeCirculation(running(), null, at(9)).circulation?.outcome).toBe('TO_SESSION');
  });

  test.each([
    ['before its moment', running(), at(7)],
    ['when none runs', aCase(), at(9)],
    ['twice', closeCirculation(running(), null, at(8)), at(9)],
  ])('does not end %s', (_name, one, now) => {
    expect(() => closeCirculation(one, null, now)).toThrow(expect.objectContaining({ code: 'CIRCULATION_NOT_DUE' }));
  });

  test.each([
    ['in time', running(), 8, null],
    ['too late', running(), 8.01, 'CIRCULATION_CLOSED'],
    [
      'when it is quorate and closed',
      closeCirculation(running({ votes: votes('b+ c+') }), electorate(running({ votes: votes('b+ c+') })), at(8)),
      7,
      'CIRCULATION_CLOSED',
    ],
    ['in the sitting that took it', closeCirculation(running(), null, at(8)), 30, null],
  ])('a vote %s', (_name, one, hour, code) => {
    const vote = () => castVote(one, electorate(one), { employeeId: 'emp_a', choice: 'YES', reason: '可以', at: at(hour) });
    if (code) expect(vote).toThrow(expect.objectContaining({ code }));
    else expect(vote).not.toThrow();
  });
});

describe('[4.12] who has not voted is reminded, once', () => {
  test.each([
    [5.9, null],
    [6, ['emp_chair', 'emp_b', 'emp_c', 'emp_d', 'emp_e']],
  ])('after %p of eight hours: %p', (hour, missing) => {
    const one = running({ votes: votes('a+') });
    expect(remindVoters(one, electorate(one), { now: at(hour), share: 0.75 })?.missing ?? null).toEqual(missing);
  });

  test('not again, and not when none runs', () => {
    const one = running();
    const told = remindVoters(one, electorate(one), { now: at(7), share: 0.75 })?.approvalCase ?? one;
    expect(remindVoters(told, electorate(told), { now: at(8), share: 0.75 })).toBeNull();
    expect(remindVoters(aCase(), electorate(one), { now: at(8), share: 0.75 })).toBeNull();
  });
});

describe('[4.12, 7.3] no case stands still', () => {
  const move = { reason: 'QUORUM_BROKEN' as const, toSessionId: 'ses_2', at: at(1), dueAt: at(9), proposed: ['emp_sub'] };

  test('it goes to another sitting, and a running circulation ends there', () => {
    expect(reschedule(running(), move)).toMatchObject({ reschedulings: [move], ballotDueAt: null, circulation: { outcome: 'TO_SESSION' } });
    expect(reschedule(aCase(), move)).toMatchObject({ reschedulings: [move], circulation: null });
  });

  test.each([
    ['nobody recused', SMALL, [], [], { present: 6, needed: 3, broken: false }],
    ['four of six recused', SMALL, recused('a', 'b', 'c', 'd'), [], { present: 2, needed: 3, broken: true }],
    ['two of six recused', FULL, recused('a', 'b'), [], { present: 4, needed: 5, broken: true }],
    ['two of six away', FULL, [], [away('a'), away('b')], { present: 4, needed: 5, broken: true }],
    ['the chair who decides alone recused', INDIVIDUAL, recused('chair'), [], { present: 0, needed: 1, broken: true }],
    ['the chair who decides alone away', INDIVIDUAL, [], [away('chair')], { present: 0, needed: 1, broken: true }],
    ['the chair who decides alone there', INDIVIDUAL, [], [], { present: 1, needed: 1, broken: false }],
  ])('%s', (_name, band, recusals, absences, expected) => {
    expect(quorumOutlook(aCase({ bands: [band], recusals }), aRoll(COMMITTEE, absences), TODAY)).toEqual(expected);
  });

  test('substitutes for the empty seats are proposed, if they are free themselves', () => {
    const terms = [...COMMITTEE, aSubstitute('x', 'a'), aSubstitute('y', 'b'), aSubstitute('z', 'c'), aSubstitute('w', 'd')];
    const one = aCase({ recusals: recused('a', 'b', 'y') });
    expect(proposedSubstitutes(one, aRoll(terms, [away('d'), away('w')]), TODAY)).toEqual(['emp_x']);
  });

  test('when nobody can decide there is no electorate', () => {
    expect(electorateOrNull(aCase({ bands: [INDIVIDUAL] }), aRoll([]), TODAY)).toBeNull();
    expect(electorateOrNull(aCase({ bands: [INDIVIDUAL] }), aRoll(), '2025-01-01' as LocalDate)).toBeNull();
    expect(electorateOrNull(aCase(), aRoll([]), TODAY)).toMatchObject({ members: [], base: 3 });
  });
});

describe('[4.13, 7.2] further investigation is no decision', () => {
  test('the report goes back with its questions', () => {
    expect(returnToRisk(running(), [' 请核实流水 ', ''])).toMatchObject({
      state: 'returned',
      questions: ['请核实流水'],
      ballotDueAt: null,
    });
  });

  test.each([
    ['without a question', aCase(), [' '], 'REASON_REQUIRED'],
    ['without any', aCase(), [], 'REASON_REQUIRED'],
    ['after the decision', aCase({ state: 'decided' }), ['请核实流水'], 'ILLEGAL_TRANSITION'],
    ['twice', aCase({ state: 'returned' }), ['请核实流水'], 'ILLEGAL_TRANSITION'],
  ])('not %s', (_name, one, questions, code) => {
    expect(() => returnToRisk(one, questions)).toThrow(expect.objectContaining({ code }));
  });
});
