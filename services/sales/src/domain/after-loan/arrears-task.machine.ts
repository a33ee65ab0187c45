import { defineMachine } from '@weilend/kernel';

// A task about arrears (逾期催告任务) is open until the salesperson has spoken with the customer, or until nothing is late any more.

export const ARREARS_TASK_STATES = ['open', 'contacted', 'recalled'] as const;
export type ArrearsTaskState = (typeof ARREARS_TASK_STATES)[number];
export type ArrearsTaskEvent = 'contact' | 'recall';

export const arrearsTaskMachine = defineMachine<ArrearsTaskState, ArrearsTaskEvent>({
  name: 'arrears-task',
  initial: 'open',
  states: { open: { contact: 'contacted', recall: 'recalled' }, contacted: {}, recalled: {} },
});
