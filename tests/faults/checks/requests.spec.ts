import { describe, expect, test } from '@jest/globals';
import type { Call } from '../clients/history.ts';
import { aCall, twoDepartments } from './facts.builder.ts';
import type { DepartmentFacts } from './facts.ts';
import { outcomesOf, requestsTrue } from './requests.ts';

const DONE = { what: 'ok', answers: [{ refusals: [], ids: ['lead.led_1'] }] } as const;
const REFUSED = { what: 'fail', answers: [{ refusals: ['NOT_FOUND'], ids: [] }] } as const;
const UNKNOWN = { what: 'unknown' } as const;

/** A department that holds the effects and audit rows of keys. */
function holding(effects: readonly string[], audits = effects): DepartmentFacts[] {
  const [sales] = twoDepartments();
  const stored = (key: string): string => `emp_1|create-lead|${key}`;
  const audit = audits.map((key, no) => ({
    ...{ _id: `aud_${no}`, operation: 'create-lead', causationId: null },
    ...{ requestKey: stored(key), outcome: 'accepted' },
  }));
  return [{ ...sales, requestKeys: effects.map((key) => ({ _id: stored(key) })), audit }];
}

const problemsOf = (calls: readonly Call[], departments: DepartmentFacts[]) => {
  const { audit, visible, once } = requestsTrue(calls, departments);
  return { audit: audit.problems, visible: visible.problems, once: once.problems };
};

describe('what became of a key', () => {
  test.each([
    ['done in the end', [aCall(1, 'k', UNKNOWN), aCall(2, 'k', DONE)], 'ok'],
    ['refused', [aCall(1, 'k', REFUSED)], 'fail'],
    ['refused after a call that nobody answered', [aCall(1, 'k', null), aCall(2, 'k', REFUSED)], 'unknown'],
    ['never answered', [aCall(1, 'k', UNKNOWN)], 'unknown'],
  ])('%s', (_title, calls, what) => {
    expect(outcomesOf(calls).map((outcome) => outcome.what)).toEqual([what]);
  });
});

describe('I6, I7, I8: what clients were told', () => {
  const nothing = { audit: [], visible: [], once: [] };

  test.each([
    ['done and there', [aCall(1, 'k', DONE)], holding(['k'])],
    ['refused and not there', [aCall(1, 'k', REFUSED)], holding([])],
    ['unknown and there', [aCall(1, 'k', UNKNOWN)], holding(['k'])],
    ['unknown and not there', [aCall(1, 'k', UNKNOWN)], holding([])],
    ['repeated with the same answer', [aCall(1, 'k', DONE), aCall(2, 'k', DONE, 'again')], holding(['k'])],
    ['another input refused', [aCall(1, 'k', DONE), aCall(2, 'k', REFUSED, 'altered')], holding(['k'])],
  ])('holds: %s', (_title, calls, departments) => {
    expect(problemsOf(calls, departments)).toEqual(nothing);
  });

  test.each([
    ['acknowledged and lost', [aCall(1, 'k', DONE)], holding([]), { visible: 1 }],
    ['refused and there', [aCall(1, 'k', REFUSED)], holding(['k']), { visible: 1 }],
    ['there without an audit row', [aCall(1, 'k', DONE)], holding(['k'], []), { audit: 1 }],
    ['unknown and there by half', [aCall(1, 'k', UNKNOWN)], holding([], ['k']), { audit: 1, visible: 1 }],
    ['done twice', [aCall(1, 'k', DONE)], holding(['k', 'k']), { visible: 1, once: 1 }],
    [
      'answered differently',
      [aCall(1, 'k', DONE), aCall(2, 'k', { answers: [{ refusals: [], ids: ['lead.led_2'] }] })],
      holding(['k']),
      { once: 1 },
    ],
    ['another input served', [aCall(1, 'k', DONE), aCall(2, 'k', DONE, 'altered')], holding(['k']), { once: 1 }],
  ])('is broken: %s', (_title, calls, departments, counts) => {
    const { audit, visible, once } = problemsOf(calls, departments);
    expect({ audit: audit.length, visible: visible.length, once: once.length }).toEqual({ audit: 0, visible: 0, once: 0, ...counts });
  });
});
