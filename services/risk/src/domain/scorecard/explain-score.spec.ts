import { describe, expect, it, test } from '@jest/globals';
import { realApplications } from './__cases__/real-applications.cases.js';
import { explainScore } from './explain-score.js';
import { currentCard, scoreAndKeep } from './scorecards.js';
import type { ScoringFacts } from './scoring-facts.js';

const [, facts] = realApplications[0]!;
const explained = (change: Partial<ScoringFacts> = {}) =>
  explainScore(scoreAndKeep({ ...facts, ...change }, currentCard, new Date('2026-11-23T00:00:00Z')), currentCard);

describe('[4.10] why a score is what it is', () => {
  test.each(realApplications)('[4.9] the attributes of %s sum up to its score', (_no, given, points) => {
    const { attributes, score, bestScore } = explainScore(scoreAndKeep(given, currentCard, new Date(0)), currentCard);
    expect(score).toBe(points);
    expect(attributes.reduce((sum, one) => sum + one.points, 0)).toBe(points);
    expect(attributes).toHaveLength(Object.keys(currentCard.attributes).length);
    expect(attributes.every((one) => one.points <= one.bestPoints)).toBe(true);
    expect(bestScore).toBe(attributes.reduce((sum, one) => sum + one.bestPoints, 0));
  });

  test('an attribute has its name, its answer, its points and what it could have given', () => {
    expect(explained().attributes).toContainEqual({
      fact: 'checkingAccountStatus',
      name: '活期账户状态',
      value: '余额不足 200 元',
      points: 7,
      bestPoints: 32,
    });
  });

  test('the greatest losses come first, four at most', () => {
    expect(explained().reasonsAgainst).toEqual([
      '信用历史（从未借款或已全部还清）比最佳情形少 30 分',
      '申请期限（54 个月）比最佳情形少 28 分',
      '活期账户状态（余额不足 200 元）比最佳情形少 25 分',
      '申请金额（15945.00 元）比最佳情形少 24 分',
    ]);
  });

  it.each<[string, Partial<ScoringFacts>, string]>([
    ['a knock-out', { bureauScore: 399 }, '征信评分（399 分）不符合准入要求'],
    ['serious delinquency', { bureauSeriousDelinquency: true }, '征信严重逾期（有）不符合准入要求'],
    ['a refer rule', { existingCredits: 6 }, '现有贷款笔数（6 笔）需人工审核'],
    ['what the card does not know', { purpose: 'SHARES' }, '贷款用途（SHARES）超出评分卡范围，需人工审核'],
    ['what nobody verified', { savings: null }, '储蓄情况未能核实'],
    ['a silent bureau', { bureauScore: null }, '征信评分未能核实'],
  ])('%s comes before every loss of points', (_name, change, reason) => {
    expect(explained(change).reasonsAgainst[0]).toBe(reason);
  });

  test('a knock-out comes before what is missing', () => {
    expect(explained({ bureauScore: 399, savings: null }).reasonsAgainst.slice(0, 2)).toEqual([
      '征信评分（399 分）不符合准入要求',
      '储蓄情况未能核实',
    ]);
  });

  test('says how far the next grade is, and nothing in the best one', () => {
    expect(explained().pointsToNextGrade).toBe(106 - 49);
    const [, passed] = realApplications.find((one) => one[4] === 'APPROVE')!;
    expect(explainScore(scoreAndKeep(passed, currentCard, new Date(0)), currentCard).pointsToNextGrade).toBeNull();
  });

  test('a missing attribute is there with no points and what it could have given', () => {
    expect(explained({ savings: null }).attributes).toContainEqual(
      expect.objectContaining({ fact: 'savings', value: '未核实', points: 0, bestPoints: 16 }),
    );
  });
});
