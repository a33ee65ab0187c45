import { defineMachine } from '@weilend/kernel';

// A version of the customer scorecard (评分卡版本) is proposed by one person and put in force, or turned down, by another; what is in force is
// replaced by a later version and never changed.

export const SCORECARD_STATES = ['proposed', 'published', 'rejected'] as const;
export type ScorecardState = (typeof SCORECARD_STATES)[number];
export type ScorecardEvent = 'publish' | 'reject';

export const scorecardMachine = defineMachine<ScorecardState, ScorecardEvent>({
  name: 'grade-scorecard',
  initial: 'proposed',
  states: { proposed: { publish: 'published', reject: 'rejected' }, published: {}, rejected: {} },
});
