import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import {
  nextYear,
  nominateCase,
  nominated,
  nominationOf,
  plannedSession,
  publishedPlan,
  reading,
  sessionOf,
  trainingUnderTest,
} from '../../../test/builders/training.builder.js';
import type { TrainingUnderTest } from '../../../test/builders/training.builder.js';
import { NominationQueries } from '../../queries/session/nomination.queries.js';
import { TrainingHoursQueries } from '../../queries/session/training-hours.queries.js';
import { TrainingSessionQueries } from '../../queries/session/training-session.queries.js';
import { completeUnit, enrol } from '../../domain/course/enrolment.js';
import { registerCourse } from '../../domain/course/training-course.js';
import { DecideNomination } from './decide-nomination.use-case.js';
import { RecordTrainingAttendance } from './record-training-attendance.use-case.js';

let of: TrainingUnderTest;
beforeAll(async () => {
  of = await trainingUnderTest();
});
afterAll(() => of.platform.stop());

const attend = (sessionId: string, input: object) =>
  new RecordTrainingAttendance(of.platform.work, of.desk, of.team, of.stores.enrolments).execute(of.people.trainer, {
    ...{ sessionId, attendeeIds: [] },
    ...input,
  });
const year = (): { from: LocalDate; to: LocalDate } => {
  const text = of.platform.clock.today().slice(0, 4);
  return { from: `${text}-01-01` as LocalDate, to: `${text}-12-31` as LocalDate };
};
const hours = () => new TrainingHoursQueries(of.platform.database);

describe('[6.3] attendance', () => {
  test('nominees come or stay away, others are added with the reason; everybody has it in his list', async () => {
    const [came, away, added] = of.people.sellers;
    const sessionId = await plannedSession(of);
    const ids = [await nominated(of, sessionId, came!), await nominated(of, sessionId, away!)];
    const attendeeIds = [came!.employeeId, added!.employeeId];
    await attend(sessionId, { attendeeIds, details: [{ employeeId: added!.employeeId, addedReason: '临时顶替同事参加' }] });
    expect(await sessionOf(of, sessionId)).toMatchObject({ state: 'HELD', attendeeIds });
    expect(await nominationOf(of, ids[0]!)).toMatchObject({ outcome: 'ATTENDED' });
    expect(await nominationOf(of, ids[1]!)).toMatchObject({ outcome: 'ABSENT' });
    const own = await new NominationQueries(of.platform.database).ofPerson(added!, null, {});
    expect(own.nodes[0]).toMatchObject({ sessionId, source: 'ADDED', outcome: 'ATTENDED', reason: '临时顶替同事参加' });
    const unevaluated = await new TrainingSessionQueries(of.platform.database).calendar({ state: 'HELD' });
    expect(unevaluated.nodes.map(({ id }) => id)).toContain(sessionId);
  });

  test('[5.8] whoever stayed away has not met what hr asked for; whoever came has', async () => {
    const [, , , away, came] = of.people.sellers;
    const sessionId = await plannedSession(of);
    for (const who of [away!, came!]) await nominated(of, sessionId, who);
    const ask = async ({ employeeId }: { employeeId: string }) => {
      const data = { employeeId, topic: 'PRODUCT' as const, reason: 'WEAK_SCORE' as const, aboutId: newId('apr') };
      await of.inbox.receive(of.source.handoff('plan-training', 'hr', { subject: employeeId, data }));
    };
    for (const who of [away!, came!]) await ask(who);
    await attend(sessionId, { attendeeIds: [came!.employeeId] });
    const open = (employeeId: string) => reading(of, (tx) => of.stores.requests.openOf(employeeId, tx));
    expect(await open(away!.employeeId)).toMatchObject([{ state: 'OPEN', sessionId: null }]);
    expect(await open(came!.employeeId)).toEqual([]);
  });

  test.each<[string, object, (employeeId: string) => object, string]>([
    ['before its day', { isAhead: true }, (employeeId) => ({ attendeeIds: [employeeId] }), 'ATTENDANCE_TOO_EARLY'],
    [
      'of a stranger without a reason',
      {},
      (employeeId) => ({ attendeeIds: [employeeId, of.people.stranger.employeeId] }),
      'ATTENDEE_NOT_NOMINATED',
    ],
    ['of nobody', {}, () => ({ attendeeIds: [] }), 'ATTENDANCE_EMPTY'],
    [
      'of the trainer himself',
      {},
      () => ({ attendeeIds: [of.people.trainer.employeeId], addedReason: '本人也学习了' }),
      'NOMINEE_IS_TRAINER',
    ],
    [
      'of somebody who is not of the company',
      {},
      () => ({ attendeeIds: [newId('emp')], addedReason: '临时顶替同事参加' }),
      'ATTENDEE_UNKNOWN',
    ],
  ])('refused %s, and nothing changes', async (_name, when, input, code) => {
    const [seller] = of.people.sellers;
    const { planId, heldOn } = await nextYear(of);
    const sessionId = await plannedSession(of, 'isAhead' in when ? { planId, heldOn } : {});
    const nominationId = await nominated(of, sessionId, seller!);
    const before = await sessionOf(of, sessionId);
    await expect(attend(sessionId, input(seller!.employeeId))).rejects.toMatchObject({ code });
    expect(await sessionOf(of, sessionId)).toEqual(before);
    expect(await nominationOf(of, nominationId)).toMatchObject({ outcome: null });
  });

  test('[2.2] whom his manager declined is not let in, until the manager nominates him after all; others are added', async () => {
    const [, , declined, pending] = of.people.sellers;
    const sessionId = await plannedSession(of);
    const own = await nominateCase(of).execute(declined!, { sessionId });
    const waits = await nominateCase(of).execute(pending!, { sessionId });
    const verdict = { nominationId: own, isAccepted: false, reason: '当日须值班，不能参加' };
    await new DecideNomination(of.platform.work, of.desk, of.team).execute(of.people.manager, verdict);
    const input = { attendeeIds: [declined!.employeeId, pending!.employeeId] };
    await expect(attend(sessionId, { ...input, addedReason: '当日到场参加' })).rejects.toMatchObject({ code: 'ATTENDEE_DECLINED' });
    expect(await sessionOf(of, sessionId)).toMatchObject({ state: 'PLANNED' });
    await nominated(of, sessionId, declined!);
    await attend(sessionId, { ...input, addedReason: '当日到场参加' });
    expect(await nominationOf(of, waits)).toMatchObject({
      source: 'ADDED',
      reason: '当日到场参加',
      decidedBy: of.people.trainer.employeeId,
    });
  });

  test('[6.5] of self-study with a course was there who has completed it', async () => {
    const [seller] = of.people.sellers;
    const { employeeId } = seller!;
    const by = { id: newId('crs'), registeredBy: of.people.trainer.employeeId, registeredAt: of.platform.clock.now() };
    const made = registerCourse(
      { topic: 'LAW', title: '法规', hours: 4, kinds: ['ONLINE'], units: [{ title: '法规要点', minutes: 210 }] },
      by,
    );
    const course = { ...made, state: 'PUBLISHED' as const };
    const learner = { id: newId('enr'), employeeId, at: of.platform.clock.now() };
    const joined = enrol(course, learner);
    await reading(of, (tx) => of.stores.courses.insert(course, tx));
    const stored = await reading(of, (tx) => of.stores.enrolments.insert(joined, tx));
    const sessionId = await plannedSession(of, { kind: 'ONLINE', topic: 'LAW', trainerId: null, courseId: course.id });
    await nominated(of, sessionId, seller!);
    await expect(attend(sessionId, { attendeeIds: [employeeId] })).rejects.toMatchObject({ code: 'ATTENDEE_COURSE_OPEN' });
    expect(await sessionOf(of, sessionId)).toMatchObject({ state: 'PLANNED' });
    const done = completeUnit(stored, course, { no: 1, employeeId, at: of.platform.clock.now(), leastShare: 0 });
    await reading(of, (tx) => of.stores.enrolments.save(done, tx));
    await attend(sessionId, { attendeeIds: [employeeId] });
    expect(await sessionOf(of, sessionId)).toMatchObject({ state: 'HELD' });
  });

  test('[6.6] a practice has a result for everybody who came', async () => {
    const [seller] = of.people.sellers;
    const sessionId = await plannedSession(of, { kind: 'PRACTICE', trainerId: null, mode: 'SIMULATION' });
    await nominated(of, sessionId, seller!);
    const { employeeId } = seller!;
    await expect(attend(sessionId, { attendeeIds: [employeeId] })).rejects.toMatchObject({ code: 'PRACTICE_RESULT_MISSING' });
    expect(await sessionOf(of, sessionId)).toMatchObject({ state: 'PLANNED' });
    await attend(sessionId, { attendeeIds: [employeeId], details: [{ employeeId, result: 'PARTLY', note: '需再练一次面签' }] });
    expect(await sessionOf(of, sessionId)).toMatchObject({ attendance: [{ employeeId, result: 'PARTLY', note: '需再练一次面签' }] });
  });
});

describe('[6.3-6.6] the facts of a kind are checked against the company', () => {
  test.each<[string, object, string]>([
    ['[6.3] a trainer who is not of the company', { trainerId: newId('emp') }, 'ATTENDEE_UNKNOWN'],
    ['[6.5] a course that there is not', { kind: 'ONLINE', trainerId: null, courseId: newId('crs') }, 'NOT_FOUND'],
    ['[6.1] a planned course that there is not', { courseNo: 99 }, 'PLAN_COURSE_UNKNOWN'],
  ])('refused: %s', async (_name, change, code) => {
    await publishedPlan(of);
    const before = await of.platform.database.collection('training_sessions').countDocuments();
    await expect(plannedSession(of, change)).rejects.toMatchObject({ code });
    expect(await of.platform.database.collection('training_sessions').countDocuments()).toBe(before);
  });
});

describe('hours per person and period', () => {
  test('by topic, of attended trainings only', async () => {
    const who = of.people.sellers[5]!;
    for (const change of [{}, { topic: 'LAW' as const, hours: 2 }]) {
      const sessionId = await plannedSession(of, change);
      await nominated(of, sessionId, who);
      await attend(sessionId, { attendeeIds: [who.employeeId] });
    }
    await nominated(of, await plannedSession(of), who);
    expect(await hours().hoursOf(who, year())).toMatchObject({
      ...{ hours: 5.5, sessions: 2, selfStudyHours: 0 },
      byTopic: [
        { topic: 'LAW', hours: 2, count: 1 },
        { topic: 'PRODUCT', hours: 3.5, count: 1 },
      ],
    });
    expect(await hours().hoursOf(of.people.hr, { ...year(), employeeId: who.employeeId })).toMatchObject({ hours: 5.5 });
    await expect(hours().hoursOf(of.people.sellers[0]!, { ...year(), employeeId: who.employeeId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test.each([
    ['ends before it begins', '2026-02-01', '2026-01-31'],
    ['is longer than three years', '2020-01-01', '2026-01-01'],
  ])('a period that %s is refused', async (_name, from, to) => {
    const period = { from: from as LocalDate, to: to as LocalDate };
    await expect(hours().hoursOf(of.people.hr, period)).rejects.toMatchObject({ code: 'HOURS_PERIOD_INVALID' });
  });
});
