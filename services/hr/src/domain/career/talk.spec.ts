import { describe, expect, test } from '@jest/globals';
import { DomainError, DomainErrors, parseLocalDate } from '@weilend/kernel';
import { beginStanding } from './standing.js';
import type { Standing } from './standing.js';
import { recordTalk } from './talk.js';
import type { CareerTalk } from './talk.js';

const today = parseLocalDate('2026-07-01');
const day = (text: string) => parseLocalDate(text);
const rhythm = { intervalDays: 90, reminderDays: 7 };
const employee = { id: 'emp_1', roles: ['salesperson'], active: true, managerId: 'emp_m' };
const standing = beginStanding(employee, {
  since: day('2026-01-05'),
  level: 'SALESPERSON',
  by: 'service:hr',
  today: day('2026-01-05'),
  rhythm,
});
const talk: CareerTalk = {
  ...{ id: 'tlk_1', version: 0, employeeId: 'emp_1', heldBy: 'emp_m', heldOn: day('2026-06-30'), recordedAt: new Date(0) },
  ...{ needs: '希望独立负责企业客户', guidance: '先跟随高级销售员三个月' },
  support: [{ what: '安排带教老师', dueOn: day('2026-07-15') }],
};
const of = { standing, mayStandIn: false, today, lateDays: 14, rhythm };

const codesOf = (act: () => unknown): string[] => {
  try {
    act();
    return [];
  } catch (error) {
    if (error instanceof DomainErrors) return error.all.map(({ code }) => code);
    if (error instanceof DomainError) return [error.code];
    throw error;
  }
};

describe('[6.12] a talk on the career', () => {
  test('moves the next one by the interval from the day it was held', () => {
    expect(recordTalk(talk, of)).toMatchObject({
      lastTalkOn: '2026-06-30',
      talkDueOn: '2026-09-28',
      notice: 'COMING',
      noticeOn: '2026-09-21',
    });
  });

  test('is held by who stands in for the superior too', () => {
    expect(codesOf(() => recordTalk({ ...talk, heldBy: 'emp_hr' }, { ...of, mayStandIn: true }))).toEqual([]);
  });

  test.each<[string, Partial<CareerTalk>, Partial<Standing>, string[]]>([
    ['with oneself', { heldBy: 'emp_1' }, {}, ['TALK_WITH_ONESELF']],
    ['with somebody whom another leads', { heldBy: 'emp_x' }, {}, ['TALK_NOT_HIS_OWN']],
    ['with somebody whom nobody leads', {}, { managerId: null }, ['TALK_NOT_HIS_OWN']],
    ['with who has left', {}, { active: false }, ['NOT_ON_LADDER']],
    ['of tomorrow', { heldOn: day('2026-07-02') }, {}, ['TALK_IN_FUTURE']],
    ['of long ago', { heldOn: day('2026-06-16') }, {}, ['TALK_TOO_OLD']],
    ['before the last one', {}, { lastTalkOn: today }, ['TALK_BEFORE_LAST']],
    ['without needs', { needs: '   无  ' }, {}, ['CAREER_TEXT_TOO_SHORT']],
    ['without guidance', { guidance: '' }, {}, ['CAREER_TEXT_TOO_SHORT']],
    ['without support', { support: [] }, {}, ['TALK_SUPPORT_MISSING']],
    ['with empty support', { support: [{ what: '', dueOn: null }] }, {}, ['CAREER_TEXT_TOO_SHORT']],
    ['with support due before', { support: [{ what: '安排带教老师', dueOn: day('2026-06-29') }] }, {}, ['TALK_SUPPORT_PAST']],
    [
      'wrong in three ways',
      { needs: '', guidance: '', support: [] },
      {},
      ['CAREER_TEXT_TOO_SHORT', 'CAREER_TEXT_TOO_SHORT', 'TALK_SUPPORT_MISSING'],
    ],
  ])('is refused %s', (_title, change, where, codes) => {
    expect(codesOf(() => recordTalk({ ...talk, ...change }, { ...of, standing: { ...standing, ...where } }))).toEqual(codes);
  });

  test('may be recorded on the last of the days allowed', () => {
    expect(codesOf(() => recordTalk({ ...talk, heldOn: day('2026-06-17') }, of))).toEqual([]);
  });
});
