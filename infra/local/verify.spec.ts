import { describe, expect, test } from '@jest/globals';
import { linesOf, readable } from './verify.ts';

const hash = 'a'.repeat(64);
const good = {
  result: 'APPROVED',
  decidedOn: '2026-11-26',
  policyVersion: 1,
  verification: [{ check: 'TALLY', holds: true, detail: '3 cast, 2 yes, 1 no' }],
  report: {
    ...{ reportId: 'rep_1', reportVersion: 2, reportHash: hash, score: 130, scorecardHash: 'c'.repeat(64) },
    riskReport: {
      ...{ hash, reportVersion: 2, score: { score: 130, cardHash: 'c'.repeat(64) } },
      verification: [{ check: 'REPORT_HASH', holds: true, detail: `SHA-256 ${hash}` }],
    },
  },
};
type Answered = Parameters<typeof linesOf>[0];
const risk = (change: object): Answered => ({ ...good, report: { ...good.report, riskReport: { ...good.report.riskReport, ...change } } });
const broken = (answered: Answered): string[] =>
  linesOf(answered)
    .filter(({ holds }) => !holds)
    .map(({ check }) => check);

describe('[4.11, 4.12] a decision checked from outside', () => {
  test('stands when both departments say so and the one cites what the other keeps', () => {
    expect(broken(good)).toEqual([]);
    expect(readable(linesOf(good))).toContain('The decision stands.');
    expect(readable(linesOf(good))).toContain('the votes count up to the tally');
  });

  test('of a report from before scorecards had hashes stands too', () => {
    const old = risk({ score: { score: 130, cardHash: null } });
    expect(broken({ ...old, report: { ...old.report, scorecardHash: null } })).toEqual([]);
  });

  test.each<[string, Answered, readonly string[]]>([
    [
      'a count that does not hold',
      { ...good, verification: [{ check: 'TALLY', holds: false, detail: '' }] },
      ['the votes count up to the tally'],
    ],
    ['a check with a new name', { ...good, verification: [{ check: 'NEW', holds: false, detail: '' }] }, ['NEW']],
    ['an approval that is silent', { ...good, verification: null }, ['approval did not say how the decision was counted']],
    ['an approval that says nothing', { ...good, verification: [] }, ['approval did not say how the decision was counted']],
    ['a risk department that is silent', risk({ verification: null }), ['risk did not say whether the report stands']],
    ['another report', risk({ hash: 'b'.repeat(64) }), ['the committee cites the report that risk keeps']],
    ['another version', risk({ reportVersion: 1 }), ['the committee cites the report that risk keeps']],
    [
      'another score',
      risk({ score: { score: 131, cardHash: 'c'.repeat(64) } }),
      ['the committee cites the score and the scorecard of that report'],
    ],
    [
      'another card',
      risk({ score: { score: 130, cardHash: 'd'.repeat(64) } }),
      ['the committee cites the score and the scorecard of that report'],
    ],
    ['a score that may not be seen', risk({ score: null }), ['the committee cites the score and the scorecard of that report']],
    [
      'no report at all',
      { ...good, report: { ...good.report, riskReport: null } },
      [
        'risk did not say whether the report stands',
        'the committee cites the report that risk keeps',
        'the committee cites the score and the scorecard of that report',
      ],
    ],
  ])('%s is told', (_name, answered, checks) => {
    expect(broken(answered)).toEqual(checks);
    expect(readable(linesOf(answered))).toMatch(/BROKEN[\s\S]* do not hold\./);
  });
});
