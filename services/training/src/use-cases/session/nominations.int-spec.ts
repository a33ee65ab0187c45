import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { holds } from '@weilend/contracts';
import { person, seedPeople } from '@weilend/testing';
import {
  newsOf,
  nextYear,
  nominateCase,
  nominated,
  nominationOf,
  plannedSession,
  reading,
  sessionOf,
  trainingUnderTest,
} from '../../../test/builders/training.builder.js';
import { QUIET } from '../../../test/builders/evaluating.builder.js';
import type { TrainingUnderTest } from '../../../test/builders/training.builder.js';
import { NominationQueries } from '../../queries/session/nomination.queries.js';
import { TrainingNoticeQueries } from '../../queries/notice/training-notice.queries.js';
import { MarkNoticesRead } from '../notice/mark-notices-read.use-case.js';
import { CancelTrainingSession } from './cancel-training-session.use-case.js';
import { DecideNomination } from './decide-nomination.use-case.js';
import { LapseNominations } from './lapse-nominations.use-case.js';
import { RescheduleTrainingSession } from './reschedule-training-session.use-case.js';
import { WithdrawNomination } from './withdraw-nomination.use-case.js';

let of: TrainingUnderTest;
beforeAll(async () => {
  of = await trainingUnderTest();
});
afterAll(() => of.platform.stop());

const decide = () => new DecideNomination(of.platform.work, of.desk, of.team);
const withdraw = () => new WithdrawNomination(of.platform.work, of.desk, of.team);
const queue = async (sessionId: string) =>
  (await new NominationQueries(of.platform.database).ofSession(of.people.manager, { sessionId }, { first: 100 })).nodes;
const reason = '项目冲突，不能参加';

describe('[6.4] seats and waiting list', () => {
  test('30 people at once for 20 places: exactly 20 seats, in order', async () => {
    const crowd = Array.from({ length: 30 }, () => person('sales', 'salesperson'));
    await seedPeople(of.platform, crowd, of.people.manager.employeeId);
    const sessionId = await plannedSession(of, { capacity: 20 });
    const ids = await Promise.all(crowd.map((one) => nominateCase(of).execute(one, { sessionId })));
    expect(new Set(ids).size).toBe(30);
    const rows = await queue(sessionId);
    expect(rows.map(({ place }) => place)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    expect(rows.map(({ state }) => state)).toEqual([...Array<string>(20).fill('SEATED'), ...Array<string>(10).fill('WAITING')]);
    expect(await sessionOf(of, sessionId)).toMatchObject({ seatsTaken: 20, waitingCount: 10, lastPlace: 30 });
    expect(await newsOf(of, sessionId)).toHaveLength(30);
  }, 120_000);

  test('who withdraws frees his seat for the one who waits longest; ten at once free ten', async () => {
    const [first, second, third, fourth] = of.people.sellers as [typeof of.people.manager, ...typeof of.people.sellers];
    const sessionId = await plannedSession(of, { capacity: 2 });
    const ids: string[] = [];
    for (const one of [first, second, third, fourth]) ids.push(await nominated(of, sessionId, one!));
    await withdraw().execute(first, { nominationId: ids[0]!, reason });
    expect((await queue(sessionId)).map(({ state }) => state)).toEqual(['WITHDRAWN', 'SEATED', 'SEATED', 'WAITING']);
    expect((await newsOf(of, sessionId)).at(-1)).toEqual([third?.employeeId, 'PROMOTED']);
    await Promise.all([second, third].map((one, place) => withdraw().execute(one!, { nominationId: ids[place + 1]!, reason })));
    expect(await sessionOf(of, sessionId)).toMatchObject({ seatsTaken: 1, waitingCount: 0 });
    expect(await nominationOf(of, ids[3]!)).toMatchObject({ state: 'SEATED' });
    const again = await nominated(of, sessionId, first);
    expect(await nominationOf(of, again)).toMatchObject({ state: 'SEATED', place: 5 });
  });

  test.each([
    ['[2.2] somebody of another team', () => of.people.stranger, 'NOMINATION_NOT_OF_TEAM'],
    ['[2.2] somebody who has nobody above him', () => of.people.hr, 'NOMINATION_NOT_OF_TEAM'],
    ['[1.3] somebody who is not of the company', () => person('sales', 'salesperson'), 'ATTENDEE_UNKNOWN'],
  ])('refused, and nothing changes: %s', async (_name, who, code) => {
    const sessionId = await plannedSession(of);
    const before = await sessionOf(of, sessionId);
    await expect(nominated(of, sessionId, who())).rejects.toMatchObject({ code });
    expect(await sessionOf(of, sessionId)).toEqual(before);
    expect(await queue(sessionId)).toEqual([]);
    expect(await newsOf(of, sessionId)).toEqual([]);
  });

  test('one nomination per person, also when he asks twice at once', async () => {
    const sessionId = await plannedSession(of);
    const [seller] = of.people.sellers;
    const answers = await Promise.allSettled([1, 2, 3].map(() => nominateCase(of).execute(seller!, { sessionId })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await sessionOf(of, sessionId)).toMatchObject({ seatsTaken: 1 });
    await expect(nominated(of, sessionId, seller!)).rejects.toMatchObject({ code: 'NOMINATED_ALREADY' });
  });
});

describe('[2.4] the manager decides on self-nominations', () => {
  test('accepting, and declining with a reason, which frees the seat', async () => {
    const [first, second] = of.people.sellers;
    const sessionId = await plannedSession(of, { capacity: 1 });
    const [one, two] = [await nominateCase(of).execute(first!, { sessionId }), await nominateCase(of).execute(second!, { sessionId })];
    await expect(decide().execute(of.people.otherManager, { nominationId: one, isAccepted: true })).rejects.toMatchObject({
      code: 'NOMINATION_NOT_OF_TEAM',
    });
    await expect(decide().execute(of.people.manager, { nominationId: one, isAccepted: false })).rejects.toMatchObject({
      code: 'NOMINATION_REASON_MISSING',
    });
    expect(await nominationOf(of, one)).toMatchObject({ state: 'SEATED', approval: 'PENDING' });
    await decide().execute(of.people.manager, { nominationId: one, isAccepted: false, reason });
    await decide().execute(of.people.manager, { nominationId: two, isAccepted: true });
    expect((await queue(sessionId)).map(({ state, approval }) => [state, approval])).toEqual([
      ['DECLINED', 'DECLINED'],
      ['SEATED', 'ACCEPTED'],
    ]);
    await expect(decide().execute(of.people.manager, { nominationId: two, isAccepted: true })).rejects.toMatchObject({
      code: 'NOMINATION_DECIDED',
    });
  });

  test('[6.4] whoever leads somebody decides and finds what waits for him, whatever his department; nobody else’s', async () => {
    const [seller] = of.people.sellers;
    const sessionId = await plannedSession(of);
    const others = [
      await nominateCase(of).execute(of.people.stranger, { sessionId }),
      await nominateCase(of).execute(seller!, { sessionId }),
    ];
    const queries = new NominationQueries(of.platform.database);
    const head = person('risk', 'risk-manager');
    const below = person('risk', 'investigator');
    await seedPeople(of.platform, [head]);
    await seedPeople(of.platform, [below], head.employeeId);
    const own = await nominateCase(of).execute(below, { sessionId });
    expect((await queries.pending(head, { first: 100 })).nodes.map(({ id }) => id)).toEqual([own]);
    expect((await queries.pending(of.people.hr, { first: 100 })).nodes.map(({ id }) => id)).toEqual(
      expect.arrayContaining([...others, own]),
    );
    await expect(decide().execute(head, { nominationId: others[1]!, isAccepted: true })).rejects.toMatchObject({
      code: 'NOMINATION_NOT_OF_TEAM',
    });
    await decide().execute(head, { nominationId: own, isAccepted: true });
    expect(await queries.byIds([own], head)).toMatchObject([{ approval: 'ACCEPTED', decidedBy: head.employeeId }]);
    for (const role of ['risk-manager', 'hr-manager', 'finance-manager'] as const)
      expect(holds([role], 'training.decide-nomination')).toBe(true);
    expect(holds(['salesperson'], 'training.decide-nomination')).toBe(false);
  });

  test('[6.4] a seat on which no manager speaks for days goes to who waits, and no sooner', async () => {
    const [slow, waits] = of.people.sellers;
    const { planId, heldOn } = await nextYear(of);
    const sessionId = await plannedSession(of, { planId, heldOn, capacity: 1 });
    const own = await nominateCase(of).execute(slow!, { sessionId });
    const lapse = () => new LapseNominations(of.platform.work, of.desk, of.platform.parameters).execute(QUIET);
    const age = async (days: number) => {
      const nomination = await nominationOf(of, own);
      const nominatedAt = new Date(nomination.nominatedAt.getTime() - days * 86_400_000);
      await reading(of, (tx) => of.stores.nominations.save({ ...nomination, nominatedAt }, tx));
    };
    await age(6);
    expect(await lapse()).toBe(0);
    const next = await nominated(of, sessionId, waits!);
    await age(-6);
    expect(await lapse()).toBe(0);
    await age(6);
    expect(await lapse()).toBe(1);
    expect(await nominationOf(of, own)).toMatchObject({
      state: 'WITHDRAWN',
      decidedBy: null,
      reason: expect.stringContaining('逾期未审批'),
    });
    expect(await nominationOf(of, next)).toMatchObject({ state: 'SEATED' });
    expect((await newsOf(of, sessionId)).slice(-2)).toEqual([
      [slow?.employeeId, 'LAPSED'],
      [waits?.employeeId, 'PROMOTED'],
    ]);
    expect(await lapse()).toBe(0);
  });

  test('only the nominee and his manager give a place back', async () => {
    const [first, second] = of.people.sellers;
    const sessionId = await plannedSession(of);
    const nominationId = await nominated(of, sessionId, first!);
    await expect(withdraw().execute(second!, { nominationId, reason })).rejects.toMatchObject({ code: 'NOMINATION_NOT_OF_TEAM' });
    await withdraw().execute(of.people.manager, { nominationId, reason });
    expect(await nominationOf(of, nominationId)).toMatchObject({ state: 'WITHDRAWN', reason });
  });
});

describe('[6.3] a training is moved or called off, and its nominees are told', () => {
  test('moved: the day of each nomination with it, and new seats for who waits', async () => {
    const [first, second] = of.people.sellers;
    const { planId, heldOn: before, later: heldOn } = await nextYear(of);
    const sessionId = await plannedSession(of, { planId, heldOn: before, capacity: 1 });
    await nominated(of, sessionId, first!);
    const waiting = await nominated(of, sessionId, second!);
    const move = new RescheduleTrainingSession(of.platform.work, of.desk);
    await expect(move.execute(of.people.manager, { sessionId, heldOn, reason: '' })).rejects.toMatchObject({
      code: 'SESSION_REASON_MISSING',
    });
    await move.execute(of.people.manager, { sessionId, heldOn, capacity: 2, reason: '讲师出差，改期举行' });
    expect(await nominationOf(of, waiting)).toMatchObject({ state: 'SEATED', heldOn });
    expect((await newsOf(of, sessionId)).slice(2)).toEqual([
      [first?.employeeId, 'RESCHEDULED'],
      [second?.employeeId, 'RESCHEDULED'],
      [second?.employeeId, 'PROMOTED'],
    ]);
  });

  test('called off: nobody has a place, and nobody joins', async () => {
    const [first] = of.people.sellers;
    const sessionId = await plannedSession(of);
    const nominationId = await nominated(of, sessionId, first!);
    const cancel = new CancelTrainingSession(of.platform.work, of.desk);
    await cancel.execute(of.people.manager, { sessionId, reason: '场地不可用' });
    expect(await sessionOf(of, sessionId)).toMatchObject({ state: 'CANCELLED', seatsTaken: 0 });
    expect(await nominationOf(of, nominationId)).toMatchObject({ state: 'CANCELLED', reason: '场地不可用' });
    expect((await newsOf(of, sessionId)).at(-1)).toEqual([first?.employeeId, 'CANCELLED']);
    await expect(nominated(of, sessionId, of.people.sellers[1]!)).rejects.toMatchObject({ code: 'NOMINATION_CLOSED' });
    await expect(cancel.execute(of.people.manager, { sessionId, reason: '场地不可用' })).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });
});

describe('[6.4] what a nominee is told he finds among his notices', () => {
  const notices = () => new TrainingNoticeQueries(of.platform.database);
  const mark = (by: typeof of.people.manager, ids: readonly string[]) =>
    new MarkNoticesRead(of.platform.work, of.stores.notices, of.platform.clock).execute(by, { ids });

  test('newest first, until he has read it; all or none are marked, and nobody reads for him', async () => {
    const [who, other] = [person('sales', 'salesperson'), person('sales', 'salesperson')];
    await seedPeople(of.platform, [who, other], of.people.manager.employeeId);
    const sessionId = await plannedSession(of, { capacity: 1 });
    const first = await nominated(of, sessionId, other);
    const own = await nominateCase(of).execute(who, { sessionId });
    await withdraw().execute(other, { nominationId: first, reason });
    await decide().execute(of.people.manager, { nominationId: own, isAccepted: true });
    const unread = async (by = who) => (await notices().mine({ unread: true }, { first: 10 }, by)).nodes;
    const before = await unread();
    expect(before.map(({ news, sessionId: about, readAt }) => [news, about, readAt])).toEqual([
      ['ACCEPTED', sessionId, null],
      ['PROMOTED', sessionId, null],
      ['WAITING', sessionId, null],
    ]);
    const [newest, ...older] = before.map(({ id }) => id);
    const [foreign] = await unread(other);
    for (const [by, ids, code] of [
      [who, [], 'NOTICES_MISSING'],
      [who, Array.from({ length: 101 }, (_, index) => `tnt_${index}`), 'NOTICES_MISSING'],
      [who, [...older, foreign!.id], 'NOT_FOUND'],
      [who, [...older, 'tnt_none'], 'NOT_FOUND'],
      [of.people.manager, [newest!], 'NOT_FOUND'],
    ] as const)
      await expect(mark(by, ids)).rejects.toMatchObject({ code });
    expect(await unread()).toEqual(before);
    await mark(who, [...older, ...older]);
    expect((await unread()).map(({ id }) => id)).toEqual([newest]);
    const all = await notices().mine({ unread: false }, { first: 10 }, who);
    await mark(who, older);
    expect(await notices().mine({ unread: false }, { first: 10 }, who)).toEqual(all);
    expect(all.nodes.map(({ readAt }) => readAt === null)).toEqual([true, false, false]);
    expect(await notices().byIds(older, of.people.manager)).toEqual([]);
  });
});

describe('[2.2] whoever is above somebody leads him, when he is with the company', () => {
  const [top, gone, left] = [person('risk', 'risk-manager'), person('risk', 'risk-manager'), person('risk', 'risk-manager')];
  const [lower, worker, orphan] = [person('risk', 'investigator'), person('risk', 'investigator'), person('risk', 'investigator')];
  beforeAll(async () => {
    await seedPeople(of.platform, [top, left]);
    await seedPeople(of.platform, [gone], top.employeeId);
    await seedPeople(of.platform, [lower], gone.employeeId);
    await seedPeople(of.platform, [worker], lower.employeeId);
    await seedPeople(of.platform, [orphan], left.employeeId);
    for (const { employeeId } of [gone, left]) await reading(of, (tx) => of.platform.directory.deactivate(employeeId, tx));
  });

  test.each([
    ['the superior', lower, worker, true],
    ['the next one up, over a manager who has left', top, worker, true],
    ['the next one up, of whom the manager who has left led', top, lower, true],
    ['the manager who has left', gone, lower, false],
    ['the manager who has left, further down', gone, worker, false],
    ['who is below', worker, lower, false],
    ['himself, with somebody above', worker, worker, false],
    ['himself, with a manager who has left', orphan, orphan, false],
    ['himself, with nobody above', top, top, true],
    ['another manager', left, worker, false],
    ['the only manager, who has left', left, orphan, false],
    ['a manager of elsewhere, where nobody is above any more', top, orphan, false],
  ])('%s', async (_name, manager, led, expected) => {
    expect(await of.team.leads(manager.employeeId, led.employeeId)).toBe(expected);
  });

  test('hr stands in where nobody is above any more, and nowhere else', async () => {
    expect(await of.team.leads(of.people.hr.employeeId, orphan.employeeId)).toBe(true);
    expect(await of.team.leads(of.people.hr.employeeId, worker.employeeId)).toBe(false);
    expect(await of.team.decidersOf(lower.employeeId)).toEqual([top.employeeId]);
    expect(await of.team.decidersOf(worker.employeeId)).toEqual([top.employeeId]);
    expect(await of.team.decidersOf(orphan.employeeId)).toEqual([of.people.hr.employeeId]);
    expect(await of.team.above(orphan.employeeId)).toBeNull();
  });
});
