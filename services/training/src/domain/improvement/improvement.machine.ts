import { defineMachine } from '@weilend/kernel';

// What should be better next time is open until it is done or dropped with a reason.

export type ImprovementState = 'OPEN' | 'DONE' | 'DROPPED';
export type ImprovementEvent = 'finish' | 'drop';

export const improvementMachine = defineMachine<ImprovementState, ImprovementEvent>({
  name: 'improvement',
  initial: 'OPEN',
  states: { OPEN: { finish: 'DONE', drop: 'DROPPED' }, DONE: {}, DROPPED: {} },
});
