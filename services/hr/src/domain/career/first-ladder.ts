import type { LocalDate } from '@weilend/kernel';
import type { CareerLadder, LevelCriteria } from './ladder.js';

/**
 * The ladder that a company starts with [6.10]: a trainee becomes a salesperson after one quarter near target; each further step asks for longer, better
 * and safer work. hr publishes its own from a later day on.
 */
const step = (criteria: Partial<LevelCriteria>): LevelCriteria => ({
  ...{
    quartersAtLevel: 1,
    closedQuarters: 1,
    leastScore: 60,
    severeFreeQuarters: 1,
    trainingHours: 0,
    trainedTopics: [],
    mostOverdueBp: null,
  },
  ...criteria,
});

export const firstLadder: Pick<CareerLadder, 'effectiveFrom' | 'levels' | 'reason'> = {
  effectiveFrom: '2020-01-01' as LocalDate,
  reason: 'the ladder that a company starts with',
  levels: [
    { level: 'TRAINEE', criteria: null },
    { level: 'SALESPERSON', criteria: step({ trainedTopics: ['PRODUCT', 'LAW'] }) },
    {
      level: 'SENIOR_SALESPERSON',
      criteria: step({
        quartersAtLevel: 4,
        closedQuarters: 4,
        leastScore: 80,
        severeFreeQuarters: 4,
        trainingHours: 16,
        mostOverdueBp: 500,
      }),
    },
    {
      level: 'SUPERVISOR',
      criteria: step({
        ...{ quartersAtLevel: 4, closedQuarters: 4, leastScore: 90, severeFreeQuarters: 8, trainingHours: 24, mostOverdueBp: 300 },
        trainedTopics: ['RISK_MANAGEMENT'],
      }),
    },
    {
      level: 'MANAGER',
      criteria: step({
        ...{ quartersAtLevel: 4, closedQuarters: 4, leastScore: 95, severeFreeQuarters: 12, trainingHours: 24, mostOverdueBp: 300 },
        trainedTopics: ['RISK_MANAGEMENT', 'LAW'],
      }),
    },
  ],
};
