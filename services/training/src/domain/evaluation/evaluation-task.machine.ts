import { defineMachine } from '@weilend/kernel';

// What one attendee owes after a training: he owes it, perhaps hands something in that is marked, and in the end has a result or a stated excuse.

export type TaskState = 'OWED' | 'HANDED_IN' | 'DONE' | 'EXCUSED';
export type TaskEvent = 'handIn' | 'sendBack' | 'settle' | 'excuse';

/** A reflection is handed in and then marked; an exam and a mark on the job are settled at once [6.8]. */
export const evaluationTaskMachine = defineMachine<TaskState, TaskEvent>({
  name: 'evaluation task',
  initial: 'OWED',
  states: {
    OWED: { handIn: 'HANDED_IN', settle: 'DONE', excuse: 'EXCUSED' },
    HANDED_IN: { settle: 'DONE', sendBack: 'OWED', excuse: 'EXCUSED' },
    DONE: {},
    EXCUSED: {},
  },
});
