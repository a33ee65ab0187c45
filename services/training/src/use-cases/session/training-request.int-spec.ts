import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import { handoffRows, person, seedPeople, sentMessages } from '@weilend/testing';
import {
  nominateCase,
  nominated,
  nominationOf,
  plannedSession,
  reading,
  trainingUnderTest,
} from '../../../test/builders/training.builder.js';
import type { TrainingUnderTest } from '../../../test/builders/training.builder.js';
import { CancelTrainingSession } from './cancel-training-session.use-case.js';
import { DecideNomination } from './decide-nomination.use-case.js';
import { RecordTrainingAttendance } from './record-training-attendance.use-case.js';
import { ReleaseLeaver } from './release-leaver.use-case.js';
import { ReturnTrainingRequest } from './return-training-request.use-case.js';
import { WithdrawNomination } from './withdraw-nomination.use-case.js';

let of: TrainingUnderTest;
beforeAll(async () => {
  of = await trainingUnderTest();
});
afterAll(() => of.platform.stop());

const decide = () => new DecideNomination(of.platform.work, of.desk, of.team);
const withdraw = () => new WithdrawNomination(of.platform.work, of.desk, of.team);
const reason = '项目冲突，不能参加';

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

  const followed = async (handoffId: string) =>
    (await sentMessages(of.platform))
      .filter(({ type, data }) => type === 'training.request-followed.v1' && data['handoffId'] === handoffId)
      .map(({ data }) => [data['state'], data['sessionId']]);

  test('two requests about one person and topic are both answered by one seat, and each is followed when it is lost', async () => {
    const who = await fresh();
    const [one, other, elsewhere] = [
      await asked(who.employeeId, 'PRODUCT'),
      await asked(who.employeeId, 'PRODUCT'),
      await asked(who.employeeId, 'LAW'),
    ];
    const sessionId = await plannedSession(of);
    const nominationId = await nominated(of, sessionId, who);
    for (const handoffId of [one, other]) expect(await work(handoffId)).toMatchObject({ state: 'completed', outcome: { sessionId } });
    expect(await work(elsewhere)).toMatchObject({ state: 'open' });
    await withdraw().execute(who, { nominationId, reason });
    expect(await openOf(who.employeeId)).toHaveLength(3);
    const next = await plannedSession(of);
    await nominated(of, next, who);
    for (const handoffId of [one, other])
      expect(await followed(handoffId)).toEqual([
        ['OPEN', null],
        ['NOMINATED', next],
      ]);
    expect(await followed(elsewhere)).toEqual([]);
    expect(await openOf(who.employeeId)).toMatchObject([{ handoffId: elsewhere }]);
  });

  test('a seat that the person has already answers it at once; a lost one is followed by the other that he has', async () => {
    const who = await fresh();
    const seats = [await plannedSession(of), await plannedSession(of)];
    const nominationId = await nominated(of, seats[0]!, who);
    const handoffId = await asked(who.employeeId, 'PRODUCT');
    expect(await work(handoffId)).toMatchObject({ state: 'completed', outcome: { sessionId: seats[0] } });
    await nominated(of, seats[1]!, who);
    await withdraw().execute(who, { nominationId, reason });
    expect(await followed(handoffId)).toEqual([
      ['OPEN', null],
      ['NOMINATED', seats[1]],
    ]);
    // Of a training that is over nobody knows yet whether he came: it answers nothing that is asked for afterwards.
    const late = await fresh();
    const over = await plannedSession(of);
    await nominated(of, over, late);
    const yesterday = addDays(of.platform.clock.today(), -1);
    await reading(of, async (tx) => of.stores.sessions.save({ ...(await of.stores.sessions.get(over, tx)), heldOn: yesterday }, tx));
    expect(await work(await asked(late.employeeId, 'PRODUCT'))).toMatchObject({ state: 'open' });
    const unsure = await fresh();
    await nominateCase(of).execute(unsure, { sessionId: seats[0]! });
    await nominated(of, await plannedSession(of, { topic: 'LAW' }), unsure);
    expect(await work(await asked(unsure.employeeId, 'PRODUCT'))).toMatchObject({ state: 'open' });
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
    // And of all that became of it later.
    expect(await followed(handoffId)).toEqual([
      ['OPEN', null],
      ['NOMINATED', sessionId],
      ['OPEN', null],
      ['NOMINATED', held],
      ['OPEN', null],
      ['RETURNED', null],
    ]);
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
    // Hr was answered by a seat: then it hears that the seat is of no use any more.
    const seated = await fresh();
    const answered = await asked(seated.employeeId, 'PRODUCT');
    await nominated(of, await plannedSession(of), seated);
    await reading(of, (tx) => new ReleaseLeaver(of.desk).apply(seated.employeeId, tx));
    expect(await followed(answered)).toEqual([['RETURNED', null]]);
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
