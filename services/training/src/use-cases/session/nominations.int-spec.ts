import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { holds } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import { handoffRows, person, seedPeople, sentMessages } from '@weilend/testing';
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
import { CancelTrainingSession } from './cancel-training-session.use-case.js';
import { DecideNomination } from './decide-nomination.use-case.js';
import { LapseNominations } from './lapse-nominations.use-case.js';
import { RecordTrainingAttendance } from './record-training-attendance.use-case.js';
import { ReleaseLeaver } from './release-leaver.use-case.js';
import { RescheduleTrainingSession } from './reschedule-training-session.use-case.js';
import { ReturnTrainingRequest } from './return-training-request.use-case.js';
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
      [slow?.employeeId, 'DECLINED'],
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

describe('[5.8] what hr asks for', () => {
  const asked = async (employeeId: string, topic: 'PRODUCT' | 'LAW' | null) => {
    const data = { employeeId, topic, reason: 'WEAK_SCORE' as const, aboutId: newId('apr') };
    const envelope = of.source.handoff('plan-training', 'hr', { subject: employeeId, data });
    await of.inbox.receive(envelope);
    return envelope.handoffid!;
  };
  const fresh = async () => {
    const who = person('sales', 'salesperson');
    await seedPeople(of.platform, [who], of.people.manager.employeeId);
    return who;
  };
  const openOf = (employeeId: string) => reading(of, (tx) => of.stores.requests.openOf(employeeId, tx));
  const work = async (handoffId: string) => (await handoffRows(of.platform)).find((row) => row._id === handoffId);

  test('an open request with its deadline, done by a seat in a training of its topic', async () => {
    const who = await fresh();
    const handoffId = await asked(who.employeeId, 'PRODUCT');
    const [request] = await openOf(who.employeeId);
    expect(request).toMatchObject({ handoffId, state: 'OPEN', reason: 'WEAK_SCORE', topic: 'PRODUCT' });
    expect(request!.dueAt.getTime()).toBeGreaterThan(request!.openedAt.getTime());
    await nominated(of, await plannedSession(of, { topic: 'LAW' }), who);
    expect(await work(handoffId)).toMatchObject({ state: 'open' });
    const sessionId = await plannedSession(of, { capacity: 1 });
    await nominated(of, sessionId, who);
    expect(await work(handoffId)).toMatchObject({ state: 'completed', outcome: { sessionId } });
    expect(await openOf(who.employeeId)).toEqual([]);
    expect((await sentMessages(of.platform)).at(-1)).toMatchObject({ type: 'training.handoff-completed.v1', subject: who.employeeId });
  });

  test('a place on the waiting list does not do it, the seat after it does; nor does a self-nomination before the manager’s word', async () => {
    const [who, other] = [await fresh(), await fresh()];
    const handoffId = await asked(who.employeeId, null);
    const sessionId = await plannedSession(of, { capacity: 1 });
    const first = await nominated(of, sessionId, other);
    const own = await nominateCase(of).execute(who, { sessionId });
    await withdraw().execute(other, { nominationId: first, reason });
    expect(await work(handoffId)).toMatchObject({ state: 'open' });
    await decide().execute(of.people.manager, { nominationId: own, isAccepted: true });
    expect(await work(handoffId)).toMatchObject({ state: 'completed' });
  });

  test('whoever was let in without a nomination has been trained as well', async () => {
    const who = await fresh();
    const handoffId = await asked(who.employeeId, 'PRODUCT');
    const sessionId = await plannedSession(of);
    await new RecordTrainingAttendance(of.platform.work, of.desk, of.team, of.stores.enrolments).execute(of.people.trainer, {
      ...{ sessionId, attendeeIds: [who.employeeId], addedReason: '临时顶替同事参加' },
    });
    expect(await work(handoffId)).toMatchObject({ state: 'completed', outcome: { sessionId } });
  });

  const openAgain = (employeeId: string) =>
    expect.arrayContaining([expect.objectContaining({ employeeId, state: 'OPEN', sessionId: null })]);

  test('a seat that is given back, called off or not sat on opens it again; the next seat answers it', async () => {
    const who = await fresh();
    const handoffId = await asked(who.employeeId, 'PRODUCT');
    const dueAt = (await openOf(who.employeeId))[0]!.dueAt;
    const sessionId = await plannedSession(of);
    const nominationId = await nominated(of, sessionId, who);
    expect(await openOf(who.employeeId)).toEqual([]);
    await withdraw().execute(who, { nominationId, reason });
    expect(await openOf(who.employeeId)).toEqual(openAgain(who.employeeId));
    expect((await openOf(who.employeeId))[0]!.dueAt.getTime()).toBeGreaterThanOrEqual(dueAt.getTime());
    await nominated(of, sessionId, who);
    expect(await openOf(who.employeeId)).toEqual([]);
    await new CancelTrainingSession(of.platform.work, of.desk).execute(of.people.manager, { sessionId, reason: '场地不可用' });
    expect(await openOf(who.employeeId)).toEqual(openAgain(who.employeeId));
    const held = await plannedSession(of);
    await nominated(of, held, who);
    const other = await fresh();
    await new RecordTrainingAttendance(of.platform.work, of.desk, of.team, of.stores.enrolments).execute(of.people.trainer, {
      ...{ sessionId: held, attendeeIds: [other.employeeId], addedReason: '临时顶替同事参加' },
    });
    expect(await openOf(who.employeeId)).toEqual(openAgain(who.employeeId));
    // Hr was told once, of the first seat.
    const answers = (await sentMessages(of.platform)).filter(({ handoffid }) => handoffid === handoffId);
    expect(answers.map(({ type }) => type)).toEqual(['training.handoff-completed.v1']);
    const back = new ReturnTrainingRequest(of.platform.work, of.stores.requests, of.desk.requests);
    const [again] = await openOf(who.employeeId);
    await back.execute(of.people.manager, { requestId: again!.id, reason: '本季度无人可替岗，下季度安排' });
    expect(await openOf(who.employeeId)).toEqual([]);
  });

  test('who leaves gives his seats to who waits, and hr hears that nobody is there to be trained', async () => {
    const [who, waits] = [await fresh(), await fresh()];
    const handoffId = await asked(who.employeeId, 'LAW');
    const sessionId = await plannedSession(of, { capacity: 1 });
    const nominationId = await nominated(of, sessionId, who);
    const next = await nominated(of, sessionId, waits);
    await reading(of, (tx) => new ReleaseLeaver(of.desk).apply(who.employeeId, tx));
    expect(await nominationOf(of, nominationId)).toMatchObject({ state: 'WITHDRAWN' });
    expect(await nominationOf(of, next)).toMatchObject({ state: 'SEATED' });
    expect(await openOf(who.employeeId)).toEqual([]);
    expect(await work(handoffId)).toMatchObject({ state: 'returned', outcome: { code: 'TRAINEE_LEFT' } });
    const after = await sentMessages(of.platform);
    await reading(of, (tx) => new ReleaseLeaver(of.desk).apply(who.employeeId, tx));
    expect(await sentMessages(of.platform)).toEqual(after);
  });

  test('returned with the reason, once', async () => {
    const who = await fresh();
    const handoffId = await asked(who.employeeId, 'LAW');
    const [request] = await openOf(who.employeeId);
    const back = new ReturnTrainingRequest(of.platform.work, of.stores.requests, of.desk.requests);
    const requestId = request!.id;
    await expect(back.execute(of.people.manager, { requestId, reason: '没空' })).rejects.toMatchObject({ code: 'REQUEST_REASON_MISSING' });
    expect(await work(handoffId)).toMatchObject({ state: 'open' });
    const why = '本季度无人可替岗，下季度安排';
    await back.execute(of.people.manager, { requestId, reason: why });
    expect(await work(handoffId)).toMatchObject({ state: 'returned', outcome: { code: 'REQUEST_RETURNED', reasons: [why] } });
    await expect(back.execute(of.people.manager, { requestId, reason: why })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  test('about somebody who has left it goes back at once', async () => {
    const handoffId = await asked(newId('emp'), 'LAW');
    expect(await work(handoffId)).toMatchObject({ state: 'returned', outcome: { code: 'TRAINEE_LEFT' } });
  });
});
