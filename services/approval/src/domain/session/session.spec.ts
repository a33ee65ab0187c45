import { describe, expect, test } from '@jest/globals';
import { checkAgenda, closeSession } from './session.js';
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
