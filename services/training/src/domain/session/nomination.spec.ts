import { describe, expect, test } from '@jest/globals';
import { addDays, parseLocalDate } from '@weilend/kernel';
import {
  acceptNomination,
  addedNomination,
  decideBy,
  declineNomination,
  fillSeats,
  freeSeats,
  hasLapsed,
  isNominated,
  lapseNomination,
  nominate,
  settleNomination,
  withdrawNomination,
} from './nomination.js';
import type { Nomination, Nominee } from './nomination.js';
import { planSession } from './training-session.js';
import type { TrainingSession } from './training-session.js';

const today = parseLocalDate('2026-03-02');
const at = new Date('2026-03-02T02:00:00Z');
const session = (change: Partial<TrainingSession> = {}): TrainingSession => ({
  ...planSession({
    ...{ id: 'trs_1', planId: 'tpl_1', topic: 'PRODUCT', title: '新产品', kind: 'INTERNAL', trainerId: 'emp_t', hours: 4 },
    ...{ institution: null, resource: null, mode: null, heldOn: today, capacity: 2 },
  }),
  ...change,
});
const nominee = (employeeId: string, source: Nominee['source'] = 'MANAGER'): Nominee => ({
  ...{ id: `nom_${employeeId}`, employeeId, source, by: 'emp_m', at, today },
});
const verdict = { by: 'emp_m', at, reason: '项目冲突，不能参加' };

/** People come one after the other. */
function queue(of: TrainingSession, ...people: string[]): { session: TrainingSession; nominations: Nomination[] } {
  const nominations: Nomination[] = [];
  let filled = of;
  for (const person of people) {
    const seating = nominate(filled, nominee(person));
    filled = seating.session;
    nominations.push(seating.nomination);
  }
  return { session: filled, nominations };
}

describe('[6.4] first come, first seated', () => {
  test('seats while there are some, then the waiting list, numbered in order', () => {
    const { session: filled, nominations } = queue(session(), 'a', 'b', 'c', 'd');
    expect(nominations.map(({ state, place }) => [state, place])).toEqual([
      ['SEATED', 1],
      ['SEATED', 2],
      ['WAITING', 3],
      ['WAITING', 4],
    ]);
    expect(filled).toMatchObject({ seatsTaken: 2, waitingCount: 2, lastPlace: 4 });
    expect(freeSeats(filled)).toBe(0);
  });

  test('no end of seats: nobody waits', () => {
    const { session: filled } = queue(session({ capacity: null }), 'a', 'b', 'c');
    expect(filled).toMatchObject({ seatsTaken: 3, waitingCount: 0 });
    expect(freeSeats(filled)).toBe(Infinity);
  });

  test('whoever waits longest gets the seat that becomes free, and no more than are free', () => {
    const { session: filled, nominations } = queue(session(), 'a', 'b', 'c', 'd');
    const left = withdrawNomination(filled, nominations[0]!, verdict);
    expect(left.nomination).toMatchObject({ state: 'WITHDRAWN', reason: verdict.reason });
    const after = fillSeats(left.session, nominations.slice(2));
    expect(after.promoted.map(({ employeeId, state }) => [employeeId, state])).toEqual([['c', 'SEATED']]);
    expect(after.session).toMatchObject({ seatsTaken: 2, waitingCount: 1 });
  });

  test('who leaves the waiting list frees no seat', () => {
    const { session: filled, nominations } = queue(session(), 'a', 'b', 'c', 'd');
    const left = withdrawNomination(filled, nominations[2]!, verdict);
    expect(left.session).toMatchObject({ seatsTaken: 2, waitingCount: 1 });
    expect(fillSeats(left.session, [nominations[3]!]).promoted).toEqual([]);
  });

  test('[6.5] self-study is joined until its last day', () => {
    const study = session({ kind: 'ONLINE', untilOn: today, heldOn: addDays(today, -10) });
    expect(nominate(study, nominee('a')).nomination.state).toBe('SEATED');
  });

  test.each([
    ['after its day', { heldOn: addDays(today, -1) }, 'NOMINATION_TOO_LATE'],
    ['when it was cancelled', { state: 'CANCELLED' as const }, 'NOMINATION_CLOSED'],
    ['when it was held', { state: 'HELD' as const }, 'NOMINATION_CLOSED'],
    ['when 500 are in the queue', { seatsTaken: 2, waitingCount: 498 }, 'NOMINATION_FULL'],
  ])('refused: %s', (_name, change, code) => {
    expect(() => nominate(session(change), nominee('a'))).toThrow(code);
  });
});

describe('[2.4] the manager decides on self-nominations', () => {
  const own = nominate(session(), nominee('a', 'SELF'));

  test('a self-nomination holds its seat while it waits, and counts once it is accepted', () => {
    expect(own.nomination).toMatchObject({ state: 'SEATED', approval: 'PENDING', decidedBy: null });
    expect(isNominated(own.nomination)).toBe(false);
    const accepted = acceptNomination(own.nomination, verdict);
    expect(accepted).toMatchObject({ approval: 'ACCEPTED', decidedBy: 'emp_m' });
    expect(isNominated(accepted)).toBe(true);
  });

  test('declining frees the seat', () => {
    const declined = declineNomination(own.session, own.nomination, verdict);
    expect(declined.nomination).toMatchObject({ state: 'DECLINED', approval: 'DECLINED', reason: verdict.reason });
    expect(declined.session.seatsTaken).toBe(0);
    expect(isNominated(declined.nomination)).toBe(false);
  });

  test('a nomination by the manager needs no word', () => {
    const { nomination } = nominate(session(), nominee('b'));
    expect(isNominated(nomination)).toBe(true);
    expect(() => acceptNomination(nomination, verdict)).toThrow('NOMINATION_DECIDED');
    expect(() => declineNomination(own.session, nomination, verdict)).toThrow('NOMINATION_DECIDED');
  });

  test('somebody on the waiting list is not nominated yet', () => {
    expect(isNominated({ state: 'WAITING', approval: 'ACCEPTED' })).toBe(false);
  });

  test.each([
    [
      'declined without a reason',
      () => declineNomination(own.session, own.nomination, { ...verdict, reason: null }),
      'NOMINATION_REASON_MISSING',
    ],
    [
      'withdrawn without a reason',
      () => withdrawNomination(own.session, own.nomination, { ...verdict, reason: '忙' }),
      'NOMINATION_REASON_MISSING',
    ],
    [
      'withdrawn after the training was held',
      () => withdrawNomination({ ...own.session, state: 'HELD' }, own.nomination, verdict),
      'NOMINATION_CLOSED',
    ],
    ['withdrawn twice', () => withdrawNomination(own.session, { ...own.nomination, state: 'WITHDRAWN' }, verdict), 'ILLEGAL_TRANSITION'],
    ['accepted after it was withdrawn', () => acceptNomination({ ...own.nomination, state: 'WITHDRAWN' }, verdict), 'NOMINATION_DECIDED'],
    ['accepted twice', () => acceptNomination(acceptNomination(own.nomination, verdict), verdict), 'NOMINATION_DECIDED'],
  ])('refused: %s', (_name, act, code) => {
    expect(act).toThrow(code);
  });
});

test('[6.3] somebody who came without a nomination stands in the list with the reason', () => {
  const line = { employeeId: 'x', addedReason: '临时顶替同事参加', result: null, note: null };
  const added = addedNomination(session(), { id: 'nom_x', by: 'emp_t', at, place: 7, line });
  expect(added).toMatchObject({
    source: 'ADDED',
    state: 'SEATED',
    approval: 'ACCEPTED',
    outcome: 'ATTENDED',
    reason: line.addedReason,
    place: 7,
  });
});

describe('[6.3] what became of a place', () => {
  const seated = nominate(session(), nominee('a')).nomination;
  const pending = nominate(session(), nominee('a', 'SELF')).nomination;
  const waiting = { ...seated, state: 'WAITING' as const };

  test.each([
    ['a nominee who came', seated, true, { state: 'SEATED', outcome: 'ATTENDED', approval: 'ACCEPTED' }],
    ['a nominee who stayed away', seated, false, { state: 'SEATED', outcome: 'ABSENT' }],
    ['let in before his manager spoke', pending, true, { state: 'SEATED', outcome: 'ATTENDED', approval: 'ACCEPTED', decidedBy: 'emp_t' }],
    ['not let in, nobody spoke', pending, false, { state: 'CANCELLED', outcome: null, approval: 'PENDING' }],
    ['waited and was let in', waiting, true, { state: 'SEATED', outcome: 'ATTENDED' }],
    ['waited in vain', waiting, false, { state: 'CANCELLED', outcome: null }],
  ])('%s', (_name, nomination, hasAttended, expected) => {
    const line = { employeeId: 'a', addedReason: null, result: null, note: null };
    expect(settleNomination(nomination, hasAttended ? line : undefined, { by: 'emp_t', at })).toMatchObject(expected);
  });

  test('whoever was let in without his manager’s word, or without a seat, was added for the reason that was written down', () => {
    const line = { employeeId: 'a', addedReason: '临时顶替同事参加', result: null, note: null };
    const letIn = { source: 'ADDED', reason: line.addedReason, outcome: 'ATTENDED' };
    for (const nomination of [pending, waiting]) expect(settleNomination(nomination, line, { by: 'emp_t', at })).toMatchObject(letIn);
  });
});

describe('[6.4] a seat on which no manager speaks goes on', () => {
  const own = nominate(session({ capacity: 1 }), nominee('a', 'SELF'));
  const { session: full } = nominate(own.session, nominee('b'));
  const on = { today: parseLocalDate('2026-03-08'), withinDays: 5 };

  test.each<[string, TrainingSession, Nomination, object, boolean]>([
    ['after its days, while somebody waits', full, own.nomination, {}, true],
    ['on the last of its days', full, own.nomination, { today: parseLocalDate('2026-03-07') }, false],
    ['while nobody waits', own.session, own.nomination, {}, false],
    ['agreed to', full, { ...own.nomination, approval: 'ACCEPTED' }, {}, false],
    ['without a seat', full, { ...own.nomination, state: 'WAITING' }, {}, false],
    ['of a training that was held', { ...full, state: 'HELD' }, own.nomination, {}, false],
  ])('%s: %s', (_name, of, nomination, change, expected) => {
    expect(hasLapsed(of, nomination, { ...on, ...change })).toBe(expected);
  });

  test.each([
    ['within its days', '2026-04-20', '2026-03-07'],
    ['on the day of a training that comes before', '2026-03-04', '2026-03-04'],
    ['on the same day', '2026-03-02', '2026-03-02'],
    ['within its days, of self-study that had begun', '2026-02-20', '2026-03-07'],
  ])('a manager speaks %s', (_name, heldOn, expected) => {
    expect(decideBy({ nominatedAt: at, heldOn: parseLocalDate(heldOn) }, 5)).toBe(expected);
  });

  test('the place is given back with the reason, and nobody has declined', () => {
    const left = lapseNomination(full, own.nomination, at);
    expect(left.nomination).toMatchObject({ state: 'WITHDRAWN', approval: 'PENDING', decidedBy: null });
    expect(left.session).toMatchObject({ seatsTaken: 0, waitingCount: 1 });
  });

  test('[6.3] nobody is trained by himself', () => {
    for (const source of ['SELF', 'MANAGER'] as const)
      expect(() => nominate(session(), nominee('emp_t', source))).toThrow('NOMINEE_IS_TRAINER');
  });
});
