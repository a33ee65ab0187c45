import { describe, expect, test } from '@jest/globals';
import { addResource, changeCourse, fileOf, publishCourse, registerCourse, withdrawCourse } from './training-course.js';
import type { CourseWish, TrainingCourse } from './training-course.js';

const of = { id: 'crs_1', registeredBy: 'emp_t', registeredAt: new Date('2026-03-02T02:00:00Z') };
const wish: CourseWish = {
  ...{ topic: 'LAW', title: '个人信息保护', hours: 2, kinds: ['ONLINE', 'INTERNAL'] },
  units: [
    { title: '法规要点', minutes: 45 },
    { title: '案例', minutes: 60 },
  ],
};
const draft = registerCourse(wish, of);
const link = { title: '法规原文', fileId: null, url: 'https://law.example.com/pipl' };
const published: TrainingCourse = publishCourse(addResource(draft, link));

describe('[6.5] a course of the catalogue', () => {
  test('its units are numbered, and keep their numbers when it is written anew', () => {
    expect(draft.units.map(({ no }) => no)).toEqual([1, 2]);
    const changed = changeCourse(draft, {
      ...wish,
      units: [
        { title: '案例', minutes: 30, no: 2 },
        { title: '测验', minutes: 15 },
      ],
    });
    expect(changed.units).toEqual([
      { no: 2, title: '案例', minutes: 30 },
      { no: 3, title: '测验', minutes: 15 },
    ]);
    const fewer = changeCourse(changed, { ...wish, units: [{ title: '案例', minutes: 30, no: 2 }] });
    expect(changeCourse(fewer, { ...wish, units: [{ title: '新', minutes: 5 }] }).units[0]?.no).toBe(4);
  });

  test.each<[string, Partial<CourseWish>, string]>([
    ['a blank title', { title: ' ' }, 'COURSE_TITLE_MISSING'],
    ['no hours', { hours: 0 }, 'COURSE_HOURS_INVALID'],
    ['too many hours', { hours: 401 }, 'COURSE_HOURS_INVALID'],
    ['hours that are no number', { hours: Number.NaN }, 'COURSE_HOURS_INVALID'],
    ['no kind', { kinds: [] }, 'COURSE_KINDS_MISSING'],
    ['a unit without a title', { units: [{ title: '', minutes: 5 }] }, 'COURSE_UNIT_INVALID'],
    ['a unit of no time', { units: [{ title: 'x', minutes: 0 }] }, 'COURSE_UNIT_INVALID'],
    ['a unit of half a minute', { units: [{ title: 'x', minutes: 0.5 }] }, 'COURSE_UNIT_INVALID'],
    ['an endless unit', { units: [{ title: 'x', minutes: 601 }] }, 'COURSE_UNIT_INVALID'],
    [
      'a title twice',
      {
        units: [
          { title: 'x', minutes: 5 },
          { title: ' x', minutes: 5 },
        ],
      },
      'COURSE_UNIT_INVALID',
    ],
    ['too many units', { units: Array.from({ length: 201 }, (_, no) => ({ title: `${no}`, minutes: 5 })) }, 'COURSE_UNIT_INVALID'],
    ['a unit that it does not have', { units: [{ title: 'x', minutes: 5, no: 9 }] }, 'UNIT_UNKNOWN'],
  ])('refused: %s', (_name, change, code) => {
    expect(() => changeCourse(draft, { ...wish, ...change })).toThrow(code);
  });

  test('a published one is not changed under the hands of its learners, but gains resources', () => {
    expect(() => changeCourse(published, wish)).toThrow('ILLEGAL_TRANSITION');
    expect(addResource(published, { title: '讲义', fileId: 'fil_1', url: null }).resources).toHaveLength(2);
  });
});

describe('[6.5] what people learn from', () => {
  test('a file or a link, found by its number', () => {
    const both = addResource(addResource(draft, link), { title: '讲义', fileId: 'fil_1', url: null });
    expect(both.resources.map(({ no, kind }) => [no, kind])).toEqual([
      [1, 'LINK'],
      [2, 'FILE'],
    ]);
    expect(fileOf(both, 2)).toBe('fil_1');
    expect(() => fileOf(both, 1)).toThrow('COURSE_RESOURCE_UNKNOWN');
    expect(() => fileOf(both, 3)).toThrow('COURSE_RESOURCE_UNKNOWN');
  });

  test.each([
    ['neither', { ...link, url: null }],
    ['both', { ...link, fileId: 'fil_1' }],
    ['without a title', { ...link, title: ' ' }],
    ['a link that is not secure', { ...link, url: 'http://law.example.com' }],
    ['a script', { ...link, url: 'javascript:alert(1)' }],
    ['no address', { ...link, url: 'https://' }],
  ])('refused: %s', (_name, resource) => {
    expect(() => addResource(draft, resource)).toThrow('COURSE_RESOURCE_INVALID');
  });
});

describe('[6.5] published and withdrawn', () => {
  test('self-study needs units and resources; a course for a trainer needs neither', () => {
    const bare = registerCourse({ ...wish, units: [] }, of);
    expect(() => publishCourse(bare)).toThrow(
      expect.objectContaining({
        all: [expect.objectContaining({ code: 'COURSE_UNITS_MISSING' }), expect.objectContaining({ code: 'COURSE_RESOURCES_MISSING' })],
      }),
    );
    expect(() => publishCourse(draft)).toThrow('COURSE_RESOURCES_MISSING');
    expect(publishCourse(registerCourse({ ...wish, kinds: ['INTERNAL'], units: [] }, of)).state).toBe('PUBLISHED');
  });

  test('withdrawn with a reason, and published again', () => {
    const withdrawn = withdrawCourse(published, '法规已修订');
    expect(withdrawn).toMatchObject({ state: 'WITHDRAWN', withdrawnReason: '法规已修订' });
    expect(publishCourse(withdrawn)).toMatchObject({ state: 'PUBLISHED', withdrawnReason: null });
    expect(() => withdrawCourse(published, '旧')).toThrow('COURSE_REASON_MISSING');
    expect(() => withdrawCourse(draft, '法规已修订')).toThrow('ILLEGAL_TRANSITION');
  });
});
