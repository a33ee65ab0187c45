import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { allSettled, askEvidenceAgain, evidence, isOwed, openConditions, withChange } from './conditions.js';

const given = { fileId: 'fil_1', sha256: 'a'.repeat(64), by: 'emp_1', at: new Date(0) };
const item = (conditionId: string) => ({ conditionId, text: '追加保证人', evidenceKind: 'GUARANTEE', dueOn: parseLocalDate('2026-12-01') });
const open = openConditions('dec_1', [item('cnd_1'), item('cnd_2')]);
const both = { ...evidence(evidence(open, 'cnd_1', given), 'cnd_2', given), confirmHandoffId: 'hof_1' };

test('[4.14] conditions are settled when each has evidence', () => {
  expect([open, evidence(open, 'cnd_1', given), both].map(allSettled)).toEqual([false, false, true]);
});

test.each([
  ['an unknown condition', open, 'cnd_9', 'CONDITION_UNKNOWN'],
  ['no conditions at all', null, 'cnd_1', 'CONDITION_UNKNOWN'],
  ['one that is evidenced', both, 'cnd_1', 'CONDITION_EVIDENCED'],
])('[4.14] evidence for %s is refused', (_title, conditions, conditionId, code) => {
  expect(() => evidence(conditions, conditionId, given)).toThrow(expect.objectContaining({ code, field: 'conditionId' }));
});

test('[4.14] evidence sent back is asked again and stays readable', () => {
  const again = askEvidenceAgain(both, { handoffId: 'hof_1', reasons: ['照片不清'] });
  expect(allSettled(again)).toBe(false);
  expect(again).toMatchObject({ confirmHandoffId: null, returnedBecause: ['照片不清'] });
  expect(again.items.map(({ refused }) => refused)).toEqual([[given], [given]]);
  expect(allSettled(evidence(evidence(again, 'cnd_2', given), 'cnd_1', given))).toBe(true);
});

test.each<[string, readonly string[] | null | undefined, readonly string[]]>([
  ['one of two', ['cnd_2'], ['cnd_2']],
  ['both', ['cnd_1', 'cnd_2'], ['cnd_1', 'cnd_2']],
  ['nothing that is named', undefined, ['cnd_1', 'cnd_2']],
  ['what names none', [], ['cnd_1', 'cnd_2']],
  ['one and a stranger', ['cnd_1', 'cnd_9'], ['cnd_1']],
  ['a stranger alone', ['cnd_9'], ['cnd_1', 'cnd_2']],
])('[4.14] of %s sent back only that is asked again', (_title, conditionIds, asked) => {
  const again = askEvidenceAgain(both, { handoffId: 'hof_1', reasons: ['照片不清'], conditionIds });
  expect(again.items.filter(isOwed).map(({ conditionId }) => conditionId)).toEqual(asked);
  for (const { conditionId, evidence: kept, refused } of again.items)
    expect([kept, refused]).toEqual(asked.includes(conditionId) ? [null, [given]] : [given, []]);
});

test('[4.14] a return of another handoff, or the same one twice, changes nothing', () => {
  expect(askEvidenceAgain(both, { handoffId: 'hof_0', reasons: [] })).toBe(both);
  const again = askEvidenceAgain(both, { handoffId: 'hof_1', reasons: ['x'] });
  expect(askEvidenceAgain(again, { handoffId: 'hof_1', reasons: ['y'] })).toBe(again);
});

describe('[4.14] what the committee changes of a condition', () => {
  const at = new Date('2026-11-24T02:00:00Z');
  const newDueOn = parseLocalDate('2027-01-31');
  const [first] = open.items;

  test('one that is waived is owed no more, and with the other one evidenced nothing is', () => {
    const waived = withChange(open, { conditionId: 'cnd_1', kind: 'WAIVE', newDueOn: null, at });
    expect(waived.items.map(isOwed)).toEqual([false, true]);
    expect(waived.items[0]).toMatchObject({ waivedAt: at, evidence: null });
    expect(allSettled(evidence(waived, 'cnd_2', given))).toBe(true);
    expect(() => evidence(waived, 'cnd_1', given)).toThrow(expect.objectContaining({ code: 'CONDITION_WAIVED' }));
  });

  test('one that is put off keeps the day before', () => {
    const later = withChange(open, { conditionId: 'cnd_1', kind: 'EXTEND', newDueOn, at });
    expect(later.items[0]).toMatchObject({ dueOn: newDueOn, formerDueOn: first?.dueOn });
    expect(later.items.map(isOwed)).toEqual([true, true]);
  });

  test.each([['a condition that is not ours', { conditionId: 'cnd_9', kind: 'WAIVE' as const, newDueOn: null, at }]])(
    '%s changes nothing',
    (_title, change) => expect(withChange(open, change)).toBe(open),
  );
});
