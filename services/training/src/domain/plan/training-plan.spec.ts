import { describe, expect, test } from '@jest/globals';
import { changePlan, courseOf, draftPlan, publishPlan, revisePlan, TRAINING_TOPICS } from './training-plan.js';
import type { CourseWish, PlanChange } from './training-plan.js';

const courses: readonly CourseWish[] = TRAINING_TOPICS.map((topic) => ({ topic, title: topic, hours: 4 }));
const facts = {
  id: 'tpl_1',
  year: 2026,
  needsAnalysis: '新产品上线，三名新员工需要产品、销售与合规基础培训。',
  courses,
  adoptedImprovements: [],
};

describe('[6.2] a plan covers all six topics', () => {
  test('a whole plan is published', () => {
    expect(publishPlan(draftPlan(facts)).state).toBe('PUBLISHED');
  });

  test.each(TRAINING_TOPICS)('refused without %s, naming it', (topic) => {
    const act = () => publishPlan(draftPlan({ ...facts, courses: courses.filter((course) => course.topic !== topic) }));
    expect(act).toThrow(expect.objectContaining({ code: 'PLAN_TOPICS_MISSING', data: { topics: [topic] } }));
  });

  test('refused without any course, naming all', () => {
    expect(() => publishPlan(draftPlan({ ...facts, courses: [] }))).toThrow(
      expect.objectContaining({ data: { topics: [...TRAINING_TOPICS] } }),
    );
  });
});

describe('[6.1] an annual plan from needs', () => {
  test.each([1999, 2101, 2026.5, Number.NaN])('no plan for %s', (year) => {
    expect(() => draftPlan({ ...facts, year })).toThrow('PLAN_YEAR_INVALID');
  });

  test.each(['', '          ', '太短'])('no publishing with the analysis "%s"', (needsAnalysis) => {
    expect(() => publishPlan(draftPlan({ ...facts, needsAnalysis }))).toThrow('PLAN_NEEDS_MISSING');
  });

  test('not twice', () => {
    expect(() => publishPlan(publishPlan(draftPlan(facts)))).toThrow('ILLEGAL_TRANSITION');
  });
});

const content: PlanChange = { needsAnalysis: facts.needsAnalysis, needs: [], findings: [], adoptedImprovements: [], courses };
const why = { reason: '新增产品，需要补充培训', coursesInUse: [] };

describe('[6.1] courses keep their numbers', () => {
  const draft = draftPlan(facts);

  test('from 1 in the order of the plan; new ones get the next number, also after one was left out', () => {
    expect(draft.courses.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6]);
    const kept = draft.courses.filter(({ no }) => no !== 2).map((course) => ({ ...course, budgetFen: 100 }));
    const changed = changePlan(draft, { ...content, courses: [...kept, { topic: 'LAW', title: '法规更新', hours: 2 }] });
    expect(changed.courses.map(({ no }) => no)).toEqual([1, 3, 4, 5, 6, 7]);
    expect(courseOf(changed, 7)).toEqual({ no: 7, topic: 'LAW', title: '法规更新', hours: 2, budgetFen: null });
    expect(courseOf(changed, 1).budgetFen).toBe(100);
    expect(() => courseOf(changed, 2)).toThrow('PLAN_COURSE_UNKNOWN');
  });

  test.each<[string, CourseWish[], string]>([
    ['a number that is not of the plan', [{ topic: 'LAW', title: 'x', hours: 1, no: 9 }], 'PLAN_COURSE_UNKNOWN'],
    [
      'a number twice',
      [
        { topic: 'LAW', title: 'x', hours: 1, no: 1 },
        { topic: 'LAW', title: 'y', hours: 1, no: 1 },
      ],
      'PLAN_COURSE_UNKNOWN',
    ],
    ['a blank title', [{ topic: 'LAW', title: ' ', hours: 1 }], 'PLAN_COURSE_INVALID'],
    ['no hours', [{ topic: 'LAW', title: 'x', hours: 0 }], 'PLAN_COURSE_INVALID'],
    ['too many hours', [{ topic: 'LAW', title: 'x', hours: 401 }], 'PLAN_COURSE_INVALID'],
    ['hours that are no number', [{ topic: 'LAW', title: 'x', hours: Number.NaN }], 'PLAN_COURSE_INVALID'],
    ['a negative budget', [{ topic: 'LAW', title: 'x', hours: 1, budgetFen: -1 }], 'PLAN_COURSE_INVALID'],
  ])('refused: %s', (_name, wishes, code) => {
    expect(() => changePlan(draft, { ...content, courses: wishes })).toThrow(code);
  });
});

describe('[6.1] a published plan changes only by a revision', () => {
  const published = publishPlan(draftPlan(facts));

  test('which is whole, counts on and says why', () => {
    const revised = revisePlan(published, { ...content, courses: published.courses }, why);
    expect(revised).toMatchObject({ state: 'PUBLISHED', revision: 2, revisedReason: why.reason });
    expect(revisePlan(revised, { ...content, courses: published.courses }, why).revision).toBe(3);
  });

  test.each<[string, Partial<PlanChange>, object, string]>([
    ['without a reason', {}, { reason: '   ' }, 'PLAN_REASON_MISSING'],
    ['with a short reason', {}, { reason: '补充培训' }, 'PLAN_REASON_MISSING'],
    ['without a topic', { courses: published.courses.slice(1) }, {}, 'PLAN_TOPICS_MISSING'],
    ['without an analysis', { needsAnalysis: '' }, {}, 'PLAN_NEEDS_MISSING'],
    [
      'that drops a course with trainings',
      { courses: [...published.courses.slice(1), { ...courses[0]! }] },
      { coursesInUse: [1] },
      'PLAN_COURSE_IN_USE',
    ],
    [
      'that gives a course with trainings another topic',
      {
        courses: [
          ...published.courses.map((course) => (course.no === 1 ? { ...course, topic: 'LAW' as const } : course)),
          { ...courses[0]! },
        ],
      },
      { coursesInUse: [1] },
      'PLAN_COURSE_IN_USE',
    ],
  ])('refused: %s', (_name, change, reason, code) => {
    const whole = { ...content, courses: published.courses, ...change };
    expect(() => revisePlan(published, whole, { ...why, ...reason })).toThrow(code);
  });

  test.each([
    ['a published plan is not changed', () => changePlan(published, content)],
    ['a draft is not revised', () => revisePlan(draftPlan(facts), content, why)],
  ])('%s', (_name, act) => {
    expect(act).toThrow('ILLEGAL_TRANSITION');
  });
});
