import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@weilend/kernel';
import type { Department, LocalDate } from '@weilend/kernel';
import { at } from '../__cases__/calendar.cases.js';
import { cancelMeeting, closeMeeting, holdMeeting, minuteMeeting, quorumOf, settleResolution } from './meeting.js';
import type { Meeting, RecordedMinutes, Resolution } from './meeting.js';

const convened: Meeting = {
  id: 'mtg_1',
  version: 1,
  state: 'CONVENED',
  cause: 'HANDOFF_OVERDUE',
  causeKey: 'level-3:hof_1',
  title: '逾期交接协调会',
  agenda: ['decide-application'],
  departments: ['risk', 'approval', 'compliance'],
  participants: ['emp_r', 'emp_a', 'emp_c'],
  subject: 'app_1',
  handoffId: 'hof_1',
  convenedAt: at('2026-11-23 09:00'),
  convenedBy: 'service:coordination',
  startsAt: at('2026-11-23 14:00'),
  endsAt: at('2026-11-23 15:00'),
  attendance: [],
  minutes: null,
  resolutions: [],
  duty: null,
  cancelledReason: null,
  closedAt: null,
};
const people = (...departments: Department[]) => departments.map((department) => ({ employeeId: `emp_${department}`, department }));
const now = at('2026-11-23 14:05');
const held = holdMeeting(convened, people('risk', 'approval'), now);
const minutes: RecordedMinutes = {
  businessProgress: '进展',
  riskSituation: '风险',
  financialArrangement: '资金',
  legalCompliance: '合规',
  recordedBy: 'emp_c',
  recordedAt: now,
};
const resolution: Resolution = {
  id: 'rsl_1',
  text: '三日内完成审批',
  department: 'approval',
  ownerId: 'emp_a',
  dueOn: '2026-11-26' as LocalDate,
  state: 'OPEN',
  handoffId: 'hof_9',
  outcome: null,
};
const today = '2026-11-23' as LocalDate;
const minuted = minuteMeeting(held, minutes, [resolution, { ...resolution, id: 'rsl_2' }], today);
const refusal = (code: string): DomainError => new DomainError(code);

describe('holding a meeting', () => {
  it.each([
    [['risk', 'approval'], 2],
    [['risk', 'approval', 'compliance'], 2],
    [['risk', 'approval', 'compliance', 'sales'], 3],
    [['risk', 'approval', 'compliance', 'sales', 'finance'], 3],
  ] as const)('[8.3] of %j at least %d departments', (departments, needed) => {
    expect(quorumOf(departments)).toBe(needed);
  });

  it('[8.3] is held with its attendance', () => {
    expect(held).toMatchObject({ state: 'HELD', attendance: [{ department: 'risk' }, { department: 'approval' }] });
  });

  it.each([
    ['nobody', people()],
    ['one department', people('risk')],
    ['one department twice', [...people('risk'), ...people('risk')]],
    ['guests of departments that were not called', people('risk', 'sales', 'finance')],
  ])('[8.3] misses the quorum with %s', (_name, attendance) => {
    expect(() => holdMeeting(convened, attendance, now)).toThrow(refusal('MEETING_QUORUM_MISSED'));
  });

  it('[8.3] names who was absent', () => {
    expect(() => holdMeeting(convened, people('risk'), now)).toThrow(
      expect.objectContaining({ data: { present: 1, convened: 3, needed: 2, absent: ['approval', 'compliance'] } }) as unknown as Error,
    );
  });

  it('[8.3] nobody attends before it begins', () => {
    expect(() => holdMeeting(convened, people('risk', 'approval'), at('2026-11-23 13:59'))).toThrow(refusal('MEETING_NOT_YET_BEGUN'));
  });
});

describe('the minutes', () => {
  it('[8.2] have four sections and the resolutions', () => {
    expect(minuted).toMatchObject({
      state: 'MINUTED',
      minutes: { legalCompliance: '合规' },
      resolutions: [{ id: 'rsl_1' }, { id: 'rsl_2' }],
    });
  });

  it.each(['businessProgress', 'riskSituation', 'financialArrangement', 'legalCompliance'] as const)('[8.2] lack %s', (section) => {
    expect(() => minuteMeeting(held, { ...minutes, [section]: ' ' }, [], today)).toThrow(
      expect.objectContaining({ code: 'MINUTES_SECTION_MISSING', data: { sections: [section] } }) as unknown as Error,
    );
  });

  it.each([
    ['without a text', { text: ' ' }],
    ['due in the past', { dueOn: '2026-11-22' as LocalDate }],
  ])('[8.3] refuse a resolution %s', (_name, wrong) => {
    expect(() => minuteMeeting(held, minutes, [{ ...resolution, ...wrong }], today)).toThrow(refusal('RESOLUTION_INVALID'));
  });

  it('[7.12] are not written of a meeting that was not held', () => {
    expect(() => minuteMeeting(convened, minutes, [], today)).toThrow(refusal('ILLEGAL_TRANSITION'));
  });
});

describe('closing', () => {
  const settle = (meeting: Meeting, resolutionId: string, state: 'DONE' | 'WITHDRAWN' = 'DONE'): Meeting =>
    settleResolution(meeting, { resolutionId, state, outcome: '已完成' });

  it('[8.3] closes when each resolution is done or withdrawn', () => {
    const ready = settle(settle(minuted, 'rsl_1'), 'rsl_2', 'WITHDRAWN');
    expect(closeMeeting(ready, now)).toMatchObject({ state: 'CLOSED', closedAt: now });
    expect(closeMeeting(minuteMeeting(held, minutes, [], today), now).state).toBe('CLOSED');
  });

  it.each([
    ['both open', minuted, ['rsl_1', 'rsl_2']],
    ['one open', settle(minuted, 'rsl_1'), ['rsl_2']],
  ])('[8.3] stays open with %s', (_name, meeting, open) => {
    expect(() => closeMeeting(meeting, now)).toThrow(
      expect.objectContaining({ code: 'RESOLUTIONS_OPEN', data: { open } }) as unknown as Error,
    );
  });

  it.each([
    ['a resolution of another meeting', () => settle(minuted, 'rsl_9'), 'RESOLUTION_UNKNOWN'],
    ['a resolution twice', () => settle(settle(minuted, 'rsl_1'), 'rsl_1'), 'RESOLUTION_SETTLED'],
    ['a withdrawn resolution', () => settle(settle(minuted, 'rsl_1', 'WITHDRAWN'), 'rsl_1'), 'RESOLUTION_SETTLED'],
    [
      'a resolution without an outcome',
      () => settleResolution(minuted, { resolutionId: 'rsl_1', state: 'DONE', outcome: ' ' }),
      'REASON_MISSING',
    ],
  ])('[8.3] does not settle %s', (_name, act, code) => {
    expect(act).toThrow(refusal(code));
  });

  it.each([
    ['close what was only convened', () => closeMeeting(convened, now)],
    ['close what was only held', () => closeMeeting(held, now)],
    ['cancel what was held', () => cancelMeeting(held, '不再需要')],
    ['cancel what is minuted', () => cancelMeeting(minuted, '不再需要')],
    ['hold what was cancelled', () => holdMeeting(cancelMeeting(convened, '不再需要'), people('risk', 'approval'), now)],
  ])('[7.12] refuses to %s', (_name, act) => {
    expect(act).toThrow(refusal('ILLEGAL_TRANSITION'));
  });

  it('[8.3] is cancelled with its reason, never without', () => {
    expect(cancelMeeting(convened, ' 工作已按时完成 ')).toMatchObject({ state: 'CANCELLED', cancelledReason: '工作已按时完成' });
    expect(() => cancelMeeting(convened, ' ')).toThrow(refusal('REASON_MISSING'));
  });
});
