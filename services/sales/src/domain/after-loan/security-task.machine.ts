import { defineMachine } from '@weilend/kernel';

// A task to get more security (追加担保任务) is open until the security is there with its evidence, or it goes back to risk with a reason.

export const SECURITY_TASK_STATES = ['open', 'secured', 'returned'] as const;
export type SecurityTaskState = (typeof SECURITY_TASK_STATES)[number];
export type SecurityTaskEvent = 'complete' | 'return';

export const securityTaskMachine = defineMachine<SecurityTaskState, SecurityTaskEvent>({
  name: 'security-task',
  initial: 'open',
  states: { open: { complete: 'secured', return: 'returned' }, secured: {}, returned: {} },
});
