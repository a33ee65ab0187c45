import { expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { gradeScorecardV1 } from './grade.js';
import { checkScorecard, CRITERION_IDS, decideScorecard, scorecardInForce } from './scorecard-version.js';
import type { ScorecardContent, ScorecardVersion } from './scorecard-version.js';

const day = (text: string): LocalDate => text as LocalDate;
const today = day('2026-11-23');
const weigh = (...percents: number[]) => CRITERION_IDS.map((criterion, place) => ({ criterion, weightPercent: percents[place] ?? 0 }));
const good: ScorecardContent = { weights: weigh(10, 40, 40, 10), atLeast: { A: 80, B: 60 }, effectiveFrom: today };
const version = (no: number, effectiveFrom: string, change: Partial<ScorecardVersion> = {}): ScorecardVersion => ({
  ...{ ...good, id: `gsc_${no}`, version: 1, no, state: 'published', effectiveFrom: day(effectiveFrom), reason: '调整权重' },
  ...{ proposedBy: 'emp_1', proposedAt: new Date(0), decidedBy: null, decidedAt: null, decisionNote: null, ...change },
});

test.each([
  ['as usual', good],
  ['one criterion that counts nothing', { ...good, weights: weigh(0, 50, 50, 0) }],
  ['from a later day', { ...good, effectiveFrom: day('2027-01-01') }],
])('[3.9] a scorecard %s is good', (_title, content) => {
  expect(() => checkScorecard(content, today)).not.toThrow();
});

test.each<[string, ScorecardContent, string, string | undefined]>([
  ['without a criterion', { ...good, weights: weigh(20, 40, 40, 0).slice(0, 3) }, 'SCORECARD_INVALID', 'CRITERIA'],
  [
    'with an unknown one',
    { ...good, weights: [...weigh(10, 40, 40).slice(0, 3), { criterion: 'luck', weightPercent: 10 }] },
    'SCORECARD_INVALID',
    'CRITERIA',
  ],
  ['with one twice', { ...good, weights: [...good.weights, { criterion: 'need', weightPercent: 0 }] }, 'SCORECARD_INVALID', 'CRITERIA'],
  ['of 99', { ...good, weights: weigh(10, 40, 39, 10) }, 'SCORECARD_INVALID', 'SUM'],
  ['of 101', { ...good, weights: weigh(10, 40, 41, 10) }, 'SCORECARD_INVALID', 'SUM'],
  ['with less than nothing', { ...good, weights: weigh(-10, 60, 40, 10) }, 'SCORECARD_INVALID', 'WEIGHT'],
  ['with half a percent', { ...good, weights: weigh(10.5, 39.5, 40, 10) }, 'SCORECARD_INVALID', 'WEIGHT'],
  ['without an A', { ...good, atLeast: { A: 101, B: 60 } }, 'SCORECARD_INVALID', 'LIMITS'],
  ['without a C', { ...good, atLeast: { A: 80, B: 0 } }, 'SCORECARD_INVALID', 'LIMITS'],
  ['without a B', { ...good, atLeast: { A: 60, B: 60 } }, 'SCORECARD_INVALID', 'ORDER'],
  ['from yesterday', { ...good, effectiveFrom: day('2026-11-22') }, 'SCORECARD_TOO_EARLY', undefined],
])('[3.9] a scorecard %s is refused', (_title, content, code, problem) => {
  expect(() => checkScorecard(content, today)).toThrow(expect.objectContaining({ code }));
  if (problem) expect(() => checkScorecard(content, today)).toThrow(expect.objectContaining({ data: { problem } }));
});

const decision = { publish: true, by: 'emp_2', at: new Date(0), note: null };
const proposed = version(2, '2026-12-01', { state: 'proposed' });

test.each([
  [true, 'published'],
  [false, 'rejected'],
])('[3.9] another person decides: publish %s', (publish, state) => {
  expect(decideScorecard(proposed, { ...decision, publish }, today)).toMatchObject({ state, decidedBy: 'emp_2' });
});

test.each<[string, ScorecardVersion, object, string]>([
  ['the proposer', proposed, { by: 'emp_1' }, 'SCORECARD_SAME_PERSON'],
  ['too late a decision', { ...proposed, effectiveFrom: day('2026-11-01') }, {}, 'SCORECARD_TOO_EARLY'],
  ['a second decision', version(2, '2026-12-01'), {}, 'ILLEGAL_TRANSITION'],
])('[3.9] %s is refused', (_title, scorecard, change, code) => {
  expect(() => decideScorecard(scorecard, { ...decision, ...change }, today)).toThrow(expect.objectContaining({ code }));
});

test.each<[string, ScorecardVersion[], number]>([
  ['none was published', [], 1],
  ['only a proposal', [version(2, '2026-01-01', { state: 'proposed' })], 1],
  ['only a later day', [version(2, '2026-11-24')], 1],
  ['its day has come', [version(2, '2026-11-23')], 2],
  ['the latest one, in whatever order', [version(3, '2026-11-01'), version(2, '2026-11-10')], 3],
])('[3.9] in force when %s: %d', (_title, versions, no) => {
  const inForce = scorecardInForce(versions, today);
  expect(inForce.version).toBe(no);
  expect(inForce.criteria.map(({ criterion }) => criterion.id)).toEqual(gradeScorecardV1.criteria.map(({ criterion }) => criterion.id));
  expect(inForce.criteria.reduce((sum, { weightPercent }) => sum + weightPercent, 0)).toBe(100);
});
