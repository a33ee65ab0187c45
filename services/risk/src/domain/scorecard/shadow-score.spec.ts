import { describe, expect, it, test } from '@jest/globals';
import { realApplications } from './__cases__/real-applications.cases.js';
import type { Recommendation, Scorecard } from './scorecard.js';
import { currentCard, hashOfCard, scoreAndKeep } from './scorecards.js';
import { compareCards, shadowScore } from './shadow-score.js';

const [, facts, points, , recommendation] = realApplications[0]!;
const decided = scoreAndKeep(facts, currentCard, new Date('2026-11-23T16:30:00Z'));
const milder: Scorecard = {
  ...currentCard,
  id: 'milder',
  version: 3,
  grades: [{ ...currentCard.grades[0], atLeast: 1 }, currentCard.grades.at(-1)!],
};

describe('[4.10] a card in the shadow', () => {
  test('is given the very facts of the card that decides, and changes nothing of it', () => {
    const before = structuredClone(decided);
    const shadow = shadowScore('shs_1', { investigationId: 'inv_1', decided, championId: 'scd_0' }, { id: 'scd_3', content: milder });
    expect(shadow).toMatchObject({
      ...{ championScore: points, championRecommendation: recommendation, championId: 'scd_0' },
      ...{ challengerId: 'scd_3', challengerHash: hashOfCard(milder), challengerScore: points, challengerRecommendation: 'APPROVE' },
    });
    expect(decided).toEqual(before);
  });

  test('its day is the business day in Shanghai', () => {
    const shadow = shadowScore('shs_1', { investigationId: 'inv_1', decided, championId: 'scd_0' }, { id: 'scd_3', content: milder });
    expect(shadow.scoredOn).toBe('2026-11-24');
  });
});

describe('[4.10] how two cards agree', () => {
  const cell = (champion: Recommendation, challenger: Recommendation, count: number) => ({ champion, challenger, count });

  it.each([
    ['nothing', [], { total: 0, agreed: 0, milder: 0, stricter: 0 }],
    ['the same', [cell('APPROVE', 'APPROVE', 5), cell('REJECT', 'REJECT', 2)], { total: 7, agreed: 7, milder: 0, stricter: 0 }],
    ['a no that would be a yes', [cell('REJECT', 'APPROVE', 3)], { total: 3, agreed: 0, milder: 3, stricter: 0 }],
    ['a yes that would go to people', [cell('APPROVE', 'REFER', 4)], { total: 4, agreed: 0, milder: 0, stricter: 4 }],
    ['people instead of a no', [cell('REJECT', 'REFER', 1)], { total: 1, agreed: 0, milder: 1, stricter: 0 }],
    ['conditions that would fall away', [cell('APPROVE_WITH_CONDITIONS', 'APPROVE', 2)], { total: 2, agreed: 0, milder: 2, stricter: 0 }],
  ])('%s', (_name, cells, sums) => {
    expect(compareCards(cells)).toMatchObject(sums);
  });

  test('the table begins with the mildest of the card that decides', () => {
    const { cells } = compareCards([cell('REJECT', 'APPROVE', 1), cell('APPROVE', 'REJECT', 1), cell('APPROVE', 'APPROVE', 1)]);
    expect(cells.map(({ champion, challenger }) => `${champion} ${challenger}`)).toEqual([
      'APPROVE APPROVE',
      'APPROVE REJECT',
      'REJECT APPROVE',
    ]);
  });
});
