import { defineMachine } from '@weilend/kernel';

// Work that a measure of risk gives finance (风险措施任务) is open until it is done or given back with a reason.

export const MEASURE_WORK_STATES = ['OPEN', 'DONE', 'RETURNED'] as const;
export type MeasureWorkState = (typeof MEASURE_WORK_STATES)[number];
export const MEASURE_WORK_ACTS = ['complete', 'return'] as const;
export type MeasureWorkAct = (typeof MEASURE_WORK_ACTS)[number];

export const measureWorkMachine = defineMachine<MeasureWorkState, MeasureWorkAct>({
  name: 'measure-work',
  initial: 'OPEN',
  states: { OPEN: { complete: 'DONE', return: 'RETURNED' }, DONE: {}, RETURNED: {} },
});
