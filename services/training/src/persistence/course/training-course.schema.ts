import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { trainingCourseMachine } from '../../domain/course/training-course.machine.js';
import { TRAINING_TOPICS } from '../../domain/plan/training-plan.js';
import { SESSION_KINDS } from '../../domain/session/training-session.js';

const unit = record({ no: fields.count, title: fields.text, minutes: fields.count });
const resource = record({
  no: fields.count,
  title: fields.text,
  kind: oneOf(['FILE', 'LINK']),
  fileId: fields.optionalText,
  url: fields.optionalText,
});

export const trainingCourseCollection = defineCollection({
  name: 'training_courses',
  fields: {
    topic: oneOf(TRAINING_TOPICS),
    title: fields.text,
    hours: { type: Number, required: true },
    kinds: [oneOf(SESSION_KINDS)],
    units: [unit],
    resources: [resource],
    lastUnitNo: fields.count,
    state: oneOf(Object.keys(trainingCourseMachine.states)),
    registeredBy: fields.text,
    registeredAt: fields.instant,
    withdrawnReason: fields.optionalText,
  },
  indexes: [
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'the catalogue: published courses, and drafts for their authors' },
    { name: 'topic', keys: { topic: 1, _id: -1 }, why: 'the catalogue by topic, in whatever state' },
  ],
});

export const enrolmentCollection = defineCollection({
  name: 'course_enrolments',
  fields: {
    courseId: fields.id,
    employeeId: fields.id,
    state: oneOf(['LEARNING', 'COMPLETED']),
    unitsDone: [record({ no: fields.count, doneAt: fields.instant })],
    enrolledAt: fields.instant,
    completedAt: fields.optionalInstant,
    hours: { type: Number, default: null },
  },
  indexes: [
    { name: 'learner', keys: { courseId: 1, employeeId: 1 }, why: 'a person joins a course once', options: { unique: true } },
    { name: 'course', keys: { courseId: 1, _id: -1 }, why: 'the learners of a course and how far they are [6.5]' },
    { name: 'person', keys: { employeeId: 1, _id: -1 }, why: 'what a person is learning' },
  ],
});
