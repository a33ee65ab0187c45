import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { aCase, aRoll, COMMITTEE, FULL, SMALL, TODAY, votes } from '../__cases__/committee.builder.js';
import { electorateOf } from '../case/electorate.js';
import {
  cancelSession,
  checkAgenda,
  closeSession,
  expected as expectedAt,
  invitationsFor,
  invitedNow,
  moveAway,
  openSession,
  quorateInRoom,
  takeCase,
} from './session.js';
import type { CommitteeSession } from './session.js';

const at = new Date('2026-11-23T02:00:00Z');
const session: CommitteeSession = {
  id: 'ses_1',
  state: 'open',
  heldAt: at,
  openedBy: 'emp_sec',
  agenda: ['cas_1', 'cas_2'],
  invited: [
    { employeeId: 'emp_chair', office: 'CHAIR' },
    { employeeId: 'emp_a', office: 'MEMBER' },
    { employeeId: 'emp_b', office: 'MEMBER' },
    { employeeId: 'emp_sec', office: 'SECRETARY' },
  ],
  ...{ present: null, moved: [], cancelledReason: null, outcomes: [] },
  closedAt: null,
  minutesHtml: null,
};

describe('[4.12] the agenda of a sitting', () => {
  test('holds open cases', () => {
    expect(() => checkAgenda(['cas_1', 'cas_2'], ['cas_1', 'cas_2'], [])).not.toThrow();
  });

  test.each([
    ['nothing', [], [], [], 'AGENDA_EMPTY'],
    ['a case that is decided', ['cas_1', 'cas_2'], ['cas_1'], [], 'AGENDA_CASE_CLOSED'],
    ['a case that does not exist', ['cas_9'], [], [], 'AGENDA_CASE_CLOSED'],
    ['a case of another sitting', ['cas_1'], ['cas_1'], ['cas_1'], 'AGENDA_CASE_TAKEN'],
  ])('refuses %s', (_name, agenda, open, taken, code) => {
    expect(() => checkAgenda(agenda, open, taken)).toThrow(expect.objectContaining({ code }));
  });
});

describe('[4.12] the minutes of a sitting', () => {
  const closed = closeSession(
    session,
    [
      { caseId: 'cas_1', applicationId: 'app_1', result: 'CONDITIONAL' },
      { caseId: 'cas_2', applicationId: 'app_2', result: 'CARRIED_OVER' },
    ],
    at,
  );

  test.each(['cas_1（申请 app_1）：有条件同意', 'cas_2（申请 app_2）：延至下次会议'])('say %s', (text) => {
    expect(closed.minutesHtml).toContain(text);
    expect(closed).toMatchObject({ state: 'closed', closedAt: at });
  });

  test('are written once', () => {
    expect(() => closeSession(closed, [], at)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });
});

describe('[4.12] a sitting is called, then opened with a quorum', () => {
  const called: CommitteeSession = { ...session, state: 'called' };

  test('everybody with a seat on its day is invited, secretaries too', () => {
    expect(invitationsFor(COMMITTEE, TODAY)).toHaveLength(7);
    expect(invitationsFor(COMMITTEE, '2025-12-31' as LocalDate)).toEqual([]);
  });

  test('who was given a seat after the call comes as well, and nobody twice', () => {
    const late = { employeeId: 'emp_s', office: 'SUBSTITUTE' as const };
    expect(invitedNow(session.invited, [...session.invited.slice(1), late])).toEqual([...session.invited, late]);
    expect(invitedNow(session.invited, [])).toEqual(session.invited);
  });

  test('who is not away is expected, but no secretary', () => {
    expect(expectedAt(session.invited, ['emp_a'])).toEqual(['emp_chair', 'emp_b']);
  });

  test('cases without a quorum in the room leave the agenda', () => {
    const opened = openSession(called, ['emp_chair', 'emp_a'], ['cas_2']);
    expect(opened).toMatchObject({ state: 'open', agenda: ['cas_2'], moved: ['cas_1'], present: ['emp_chair', 'emp_a'] });
  });

  test.each([
    ['without a quorum for any case', called, ['emp_a'], [], 'QUORUM_AT_OPENING'],
    ['with somebody who is not invited', called, ['emp_x'], ['cas_1'], 'NOT_INVITED'],
    ['twice', session, ['emp_a'], ['cas_1'], 'ILLEGAL_TRANSITION'],
    ['after it was cancelled', cancelSession(called, '主任出差'), ['emp_a'], ['cas_1'], 'ILLEGAL_TRANSITION'],
  ])('it does not open %s', (_name, one, present, quorate, code) => {
    expect(() => openSession(one, present, quorate)).toThrow(expect.objectContaining({ code }));
  });

  test.each([
    [SMALL, '', ['emp_a'], false],
    [SMALL, '', ['emp_a', 'emp_b'], true],
    [SMALL, 'c+', ['emp_a'], true],
    [SMALL, 'a+', ['emp_a'], false],
    [FULL, '', ['emp_a', 'emp_b', 'emp_c'], false],
    [FULL, '', ['emp_a', 'emp_b', 'emp_c', 'emp_chair'], true],
    [FULL, '', ['emp_a', 'emp_b', 'emp_c', 'emp_sec'], false],
  ])('%o with votes "%s" and %p in the room: quorate %p', (band, text, present, quorate) => {
    const electorate = electorateOf(aCase({ bands: [band], votes: votes(text) }), aRoll(), TODAY);
    expect(quorateInRoom(electorate, present)).toBe(quorate);
    expect(quorateInRoom(null, present)).toBe(false);
  });

  test('cases come and go while it is called or open', () => {
    expect(takeCase(called, 'cas_3').agenda).toEqual(['cas_1', 'cas_2', 'cas_3']);
    expect(moveAway(session, 'cas_1')).toMatchObject({ agenda: ['cas_2'], moved: ['cas_1'] });
  });

  test('cancelled, it frees its cases', () => {
    expect(cancelSession(called, ' 主任出差 ')).toMatchObject({
      state: 'cancelled',
      agenda: [],
      moved: ['cas_1', 'cas_2'],
      cancelledReason: '主任出差',
    });
  });

  test.each([
    ['without a reason', called, ' ', 'REASON_REQUIRED'],
    ['once it is open', session, '主任出差', 'ILLEGAL_TRANSITION'],
  ])('it is not cancelled %s', (_name, one, reason, code) => {
    expect(() => cancelSession(one, reason)).toThrow(expect.objectContaining({ code }));
  });

  test('a closed sitting takes no case', () => {
    expect(() => takeCase(closeSession(session, [], at), 'cas_3')).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });
});
