import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { plannedSession, reading, trainingUnderTest, upload } from '../../../test/builders/training.builder.js';
import type { TrainingUnderTest } from '../../../test/builders/training.builder.js';
import { TrainingCourseQueries } from '../../queries/course/training-course.queries.js';
import { TrainingHoursQueries } from '../../queries/session/training-hours.queries.js';
import { studiedHoursOfBefore } from '../../persistence/migrations/0002-studied-hours.js';
import { AddCourseResource } from './add-course-resource.use-case.js';
import { CompleteCourseUnit } from './complete-course-unit.use-case.js';
import { EnrolInCourse } from './enrol-in-course.use-case.js';
import { OpenCourseFile } from './open-course-file.use-case.js';
import { PublishTrainingCourse } from './publish-training-course.use-case.js';
import { RegisterTrainingCourse } from './register-training-course.use-case.js';
import { RequestCourseFile } from './request-course-file.use-case.js';
import { WithdrawTrainingCourse } from './withdraw-training-course.use-case.js';

let of: TrainingUnderTest;
beforeAll(async () => {
  of = await trainingUnderTest();
});
afterAll(() => of.platform.stop());

const acts = () => {
  const { work, clock } = of.platform;
  const { courses, enrolments, files } = of.stores;
  return {
    register: new RegisterTrainingCourse(work, courses, clock),
    requestFile: new RequestCourseFile(work, courses, files),
    add: new AddCourseResource(work, courses, files),
    publish: new PublishTrainingCourse(work, courses),
    withdraw: new WithdrawTrainingCourse(work, courses),
    open: new OpenCourseFile(work, courses, enrolments, files),
    enrol: new EnrolInCourse(work, courses, enrolments, clock),
    complete: new CompleteCourseUnit(work, courses, enrolments, of.platform.parameters, clock),
  };
};
async function pass(minutes: number): Promise<void> {
  const { offsetMs, step } = await of.platform.clock.position();
  await reading(of, (tx) => of.platform.clock.move({ offsetMs: offsetMs + minutes * 60_000, step: step + 1 }, tx));
}
const load = (id: string) => reading(of, (tx) => of.stores.courses.get(id, tx));
const units = [
  { title: '法规要点', minutes: 45 },
  { title: '案例', minutes: 15 },
];
const registered = () =>
  acts().register.execute(of.people.trainer, { topic: 'LAW', title: '个人信息保护', hours: 2, kinds: ['ONLINE'], units });

async function published(): Promise<string> {
  const courseId = await registered();
  await acts().add.execute(of.people.trainer, { courseId, title: '法规原文', url: 'https://law.example.com/pipl' });
  return acts().publish.execute(of.people.manager, { courseId });
}

describe('[6.5] a course with its resources', () => {
  test('an uploaded file is attached to its course, and opened by whoever may learn', async () => {
    const courseId = await registered();
    const [seller] = of.people.sellers;
    const fileId = await upload(of, (declared) => acts().requestFile.execute(of.people.trainer, { courseId, ...declared }));
    await acts().add.execute(of.people.trainer, { courseId, title: '讲义', fileId });
    expect(await of.stores.files.find(fileId)).toMatchObject({ state: 'attached', attachedTo: { kind: 'training-course', id: courseId } });
    await expect(acts().open.execute(seller!, { courseId, no: 1 })).rejects.toMatchObject({ code: 'COURSE_NOT_PUBLISHED' });
    expect(await acts().open.execute(of.people.trainer, { courseId, no: 1 })).toMatchObject({ fileId });
    await acts().publish.execute(of.people.manager, { courseId });
    expect(await acts().open.execute(seller!, { courseId, no: 1 })).toMatchObject({ fileId, url: expect.stringContaining(fileId) });
    await acts().enrol.execute(seller!, { courseId });
    await acts().withdraw.execute(of.people.manager, { courseId, reason: '法规已修订' });
    expect(await acts().open.execute(seller!, { courseId, no: 1 })).toMatchObject({ fileId });
    await expect(acts().open.execute(of.people.sellers[1]!, { courseId, no: 1 })).rejects.toMatchObject({ code: 'COURSE_NOT_PUBLISHED' });
  });

  test.each<[string, (courseId: string) => Promise<object>, string]>([
    ['a file that was never promised', async () => ({ fileId: newId('fil') }), 'FILE_NOT_VERIFIED'],
    [
      'a file of another course',
      async () => {
        const courseId = await registered();
        return { fileId: await upload(of, (declared) => acts().requestFile.execute(of.people.trainer, { courseId, ...declared })) };
      },
      'FILE_NOT_VERIFIED',
    ],
    ['an open line', async () => ({ url: 'http://law.example.com' }), 'COURSE_RESOURCE_INVALID'],
    ['neither file nor link', async () => ({}), 'COURSE_RESOURCE_INVALID'],
  ])('refused with %s, and nothing changes', async (_name, resource, code) => {
    const courseId = await registered();
    const input = { courseId, title: '讲义', ...(await resource(courseId)) };
    const before = await load(courseId);
    await expect(acts().add.execute(of.people.trainer, input)).rejects.toMatchObject({ code });
    expect(await load(courseId)).toEqual(before);
  });

  test('self-study is published with its resources only, and a training rests on published courses', async () => {
    const courseId = await registered();
    await expect(acts().publish.execute(of.people.manager, { courseId })).rejects.toMatchObject({ code: 'COURSE_RESOURCES_MISSING' });
    const online = { kind: 'ONLINE' as const, topic: 'LAW' as const, trainerId: null, courseId, hours: 1 };
    await expect(plannedSession(of, online)).rejects.toMatchObject({ code: 'SESSION_COURSE_NOT_PUBLISHED' });
    const onCourse = { ...online, courseId: await published() };
    // Its units take an hour, whatever it says of itself.
    await expect(plannedSession(of, { ...onCourse, hours: 1.01 })).rejects.toMatchObject({ code: 'SESSION_HOURS_ABOVE_COURSE' });
    const sessionId = await plannedSession(of, onCourse);
    expect(await reading(of, (tx) => of.stores.sessions.get(sessionId, tx))).toMatchObject({ untilOn: of.platform.clock.today() });
  });
});

describe('[6.5] learning by oneself', () => {
  test('progress by unit; the last one completes the course and counts the hours that have passed', async () => {
    const courseId = await published();
    const [seller, other] = of.people.sellers;
    const enrolmentId = await acts().enrol.execute(seller!, { courseId });
    const tooSoon = acts().complete.execute(seller!, { enrolmentId, unitNo: 1 });
    await expect(tooSoon).rejects.toMatchObject({ code: 'UNIT_TOO_SOON' });
    await pass(23);
    await acts().complete.execute(seller!, { enrolmentId, unitNo: 1 });
    await pass(8);
    await expect(acts().complete.execute(other!, { enrolmentId, unitNo: 2 })).rejects.toMatchObject({ code: 'ENROLMENT_NOT_OWN' });
    const queries = new TrainingCourseQueries(of.platform.database);
    expect((await queries.enrolmentList(of.people.trainer, { courseId })).nodes).toMatchObject([
      { state: 'LEARNING', unitsDone: [{ no: 1 }], completedAt: null },
    ]);
    await acts().complete.execute(seller!, { enrolmentId, unitNo: 2 });
    expect((await queries.enrolmentList(seller!, {})).nodes).toContainEqual(
      expect.objectContaining({ id: enrolmentId, state: 'COMPLETED' }),
    );
    expect((await queries.enrolmentList(other!, { courseId })).nodes).toEqual([]);
    await expect(queries.enrolmentList(other!, { employeeId: seller!.employeeId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const year = of.platform.clock.today().slice(0, 4);
    const period = { from: `${year}-01-01` as LocalDate, to: `${year}-12-31` as LocalDate };
    expect(await new TrainingHoursQueries(of.platform.database).hoursOf(seller!, period)).toMatchObject({ selfStudyHours: 0.51 });
    // Before hours were written down, those of the whole course counted: by the migration the same rule counts, once.
    const rows = of.platform.database.collection<{ _id: string; hours?: number | null }>('course_enrolments');
    await rows.updateOne({ _id: enrolmentId }, { $unset: { hours: '' } });
    for (const time of [1, 2]) {
      await studiedHoursOfBefore.up(of.platform.database);
      expect([time, (await rows.findOne({ _id: enrolmentId }))?.hours]).toEqual([time, 0.51]);
    }
  });

  test('joined once, also when asked twice at once', async () => {
    const courseId = await published();
    const [seller] = of.people.sellers;
    const answers = await Promise.allSettled([1, 2, 3].map(() => acts().enrol.execute(seller!, { courseId })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'ENROLLED_ALREADY' });
  });

  test('the catalogue shows drafts to their authors only', async () => {
    const courseId = await registered();
    const queries = new TrainingCourseQueries(of.platform.database);
    const shown = async (as: typeof of.people.manager) =>
      (await queries.catalogue(as, { topic: 'LAW', first: 100 })).nodes.map(({ id }) => id);
    expect(await shown(of.people.trainer)).toContain(courseId);
    expect(await shown(of.people.sellers[0]!)).not.toContain(courseId);
  });
});
