import { defineMachine } from '@weilend/kernel';

// A scorecard (评分卡) is drafted, proposed by one person, approved by another, and then put in force by an act; what is in force is replaced by the next
// card of its customers and never changed.

export const SCORECARD_STATES = ['DRAFT', 'PROPOSED', 'ACTIVE', 'RETIRED', 'REJECTED'] as const;
export type ScorecardState = (typeof SCORECARD_STATES)[number];
export type ScorecardEvent = 'propose' | 'approve' | 'reject' | 'activate' | 'retire';

export const scorecardMachine = defineMachine<ScorecardState, ScorecardEvent>({
  name: 'risk-scorecard',
  initial: 'DRAFT',
  states: {
    DRAFT: { propose: 'PROPOSED', reject: 'REJECTED' },
    PROPOSED: { approve: 'PROPOSED', reject: 'REJECTED', activate: 'ACTIVE' },
    ACTIVE: { retire: 'RETIRED' },
    RETIRED: {},
    REJECTED: {},
  },
});
