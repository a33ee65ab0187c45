import { describe, expect, test } from '@jest/globals';
import { draftPlan, publishPlan, TRAINING_TOPICS } from './training-plan.js';
import type { PlannedCourse } from './training-plan.js';

const courses: readonly PlannedCourse[] = TRAINING_TOPICS.map((topic) => ({ topic, title: topic, hours: 4 }));
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
