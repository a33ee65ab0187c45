import { defineMachine } from '@weilend/kernel';

// A course is written, then published for everybody, then withdrawn; a withdrawn one can be published again, after it was brought up to date.

export type CourseState = 'DRAFT' | 'PUBLISHED' | 'WITHDRAWN';
export type CourseEvent = 'change' | 'publish' | 'withdraw';

export const trainingCourseMachine = defineMachine<CourseState, CourseEvent>({
  name: 'training course',
  initial: 'DRAFT',
  states: {
    DRAFT: { change: 'DRAFT', publish: 'PUBLISHED' },
    PUBLISHED: { withdraw: 'WITHDRAWN' },
    WITHDRAWN: { change: 'WITHDRAWN', publish: 'PUBLISHED' },
  },
});
