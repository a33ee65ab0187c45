import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { appealSheet, cycleOf, decideAppeal, lapseSelfView, openSheet, reviewSheet, stageOf, viewSheet } from './sheet.js';
import type { AppraisalSheet, Due } from './sheet.js';
import { afterNotice, noticeOf, stepOf, toldOf } from './sheet-deadline.js';
import type { Colleague } from './sheet-deadline.js';

const at = (hour: string) => new Date(`2026-04-${hour}:00:00Z`);
const due = (day: string): Due => ({ soonAt: at(`${day}T01`), dueAt: at(`${day}T09`) });
const facts = { id: 'apr_1', employeeId: 'emp_1', quarter: '2026-Q1', schemeId: 'sch_1', openedOn: parseLocalDate('2026-04-01') };
const word = (by: string) => ({ text: '说明', by, at: at('02T01') });
const review = (by: string) => ({ ...word(by), adjustments: [] });
const of = { limit: 0, today: facts.openedOn, dueAt: at('20T09') };
const opened = openSheet(facts, due('08'));
const viewed = viewSheet(opened, word('emp_1'), due('15'));
const reviewed = reviewSheet(viewed, review('emp_m'), of);
const appealed = appealSheet(reviewed, word('emp_1'), due('27'));
const decided = decideAppeal(appealed, { ...word('emp_3'), accepted: false, adjustments: [] }, 0);

/** Everything that is told of a sheet until nothing is left, looked at once an hour. */
function toldUntil(sheet: AppraisalSheet, end: Date): string[] {
  const said: string[] = [];
  for (let now = at('01T00'); now <= end; now = new Date(now.getTime() + 3_600_000)) {
    const notice = noticeOf(sheet, now);
    if (!notice) continue;
    said.push(`${notice.step} ${notice.level} ${now.toISOString().slice(5, 13)}`);
    sheet = afterNotice(sheet, { ...notice, at: now, toIds: ['emp_m'] }, due('15'));
  }
  return said;
}

describe('[5.5] what is told of the deadlines of a sheet', () => {
  test.each<[string, AppraisalSheet, string[]]>([
    [
      'nobody says anything: self view and then review',
      opened,
      ['SELF_VIEW SOON 04-08T02', 'SELF_VIEW LATE 04-08T10', 'REVIEW SOON 04-15T02', 'REVIEW LATE 04-15T10'],
    ],
    ['the review, when the person spoke in time', viewed, ['REVIEW SOON 04-15T02', 'REVIEW LATE 04-15T10']],
    ['no appeal is anybody’s duty', reviewed, []],
    ['the decision of an appeal', appealed, ['APPEAL_DECISION SOON 04-27T02', 'APPEAL_DECISION LATE 04-27T10']],
    ['nothing once it is decided', decided, []],
    ['nothing of a sheet without a time', { ...opened, dueAt: null }, []],
    ['nothing of a sheet of before it was told', { ...opened, noticeAt: null }, []],
  ])('%s', (_title, sheet, expected) => {
    expect(toldUntil(sheet, at('29T00'))).toEqual(expected);
  });

  test('looked at too late it is told once, as late', () => {
    expect(noticeOf(opened, at('12T01'))).toEqual({ step: 'SELF_VIEW', level: 'LATE', dueAt: due('08').dueAt });
  });

  test('a self view that did not come is waited for no longer; said late it leaves the review its time, and the review says that it was missing', () => {
    const late = { step: 'SELF_VIEW' as const, level: 'LATE' as const, dueAt: due('08').dueAt, at: at('08T10'), toIds: ['emp_m'] };
    const lapsed = afterNotice(opened, late, due('15'));
    expect([stageOf(lapsed), stepOf(lapsed), lapsed.dueAt]).toEqual(['UNVIEWED', 'REVIEW', due('15').dueAt]);
    const { level: _level, ...escalation } = late;
    expect(cycleOf(lapsed).escalations).toEqual([escalation]);
    const spoken = viewSheet(lapsed, word('emp_1'), due('28'));
    expect([stageOf(spoken), spoken.dueAt, spoken.noticeAt]).toEqual(['SELF_VIEWED', lapsed.dueAt, lapsed.noticeAt]);
    expect([spoken, lapsed].map((one) => cycleOf(reviewSheet(one, review('emp_m'), of)).review?.withoutSelfView)).toEqual([false, true]);
  });

  test.each([viewed, reviewed, appealed, decided, lapseSelfView(opened, due('15'))])(
    'a self view runs out once, and not when it is there',
    (sheet) => {
      expect(() => lapseSelfView(sheet, due('28'))).toThrow('ILLEGAL_TRANSITION');
    },
  );
});

describe('[2.1, 5.5] who is told', () => {
  const one = (id: string, roles: string[], managerId: string | null = null, active = true): Colleague => ({
    id,
    roles,
    managerId,
    active,
  });
  const seller = one('emp_1', ['salesperson'], 'emp_m');
  const boss = one('emp_m', ['sales-manager'], 'emp_c');
  const chief = one('emp_c', ['administrator']);
  const [hr, other] = [one('emp_3', ['hr-manager'], 'emp_c'), one('emp_4', ['hr-manager'], 'emp_c')];
  const staff = [seller, boss, hr, chief];
  const supervisor = one('emp_s', ['salesperson'], 'emp_m');
  test.each<[string, AppraisalSheet, Colleague[], string[], string[]]>([
    ['the person, and his superior', opened, staff, ['emp_1'], ['emp_m']],
    [
      'the person, and the supervisor who leads him',
      opened,
      [{ ...seller, managerId: 'emp_s' }, supervisor, boss, hr],
      ['emp_1'],
      ['emp_s'],
    ],
    [
      'the person, and the manager of sales where nobody leads him',
      opened,
      [{ ...seller, managerId: null }, boss, hr],
      ['emp_1'],
      ['emp_m'],
    ],
    ['only the superior, when the person has left', opened, [{ ...seller, active: false }, boss, hr], [], ['emp_m']],
    ['nobody who has left', opened, [seller, { ...boss, active: false }, hr], ['emp_1'], ['emp_3']],
    ['the superior owes the review, and those above him hear of it', viewed, staff, ['emp_m'], ['emp_c']],
    ['of who left the superior owes it all the same', viewed, [{ ...seller, active: false }, boss, hr, chief], ['emp_m'], ['emp_c']],
    ['who may not review does not owe it', viewed, [{ ...seller, managerId: 'emp_s' }, supervisor, boss, hr], ['emp_m'], ['emp_3']],
    ['of the manager’s own sheet hr owes it, not he', { ...viewed, employeeId: 'emp_m' }, [boss, hr, chief], ['emp_3'], ['emp_c']],
    ['hr, where sales has no manager', viewed, [{ ...seller, managerId: null }, hr, chief], ['emp_3'], ['emp_c']],
    ['hr decides an appeal', appealed, staff, ['emp_3'], ['emp_c']],
    [
      'of hr those who did not review',
      { ...appealed, cycle: { ...cycleOf(appealed), reviewers: ['emp_m', 'emp_3'] } },
      [...staff, other],
      ['emp_4'],
      ['emp_c'],
    ],
    [
      'the manager of sales, where all of hr reviewed',
      { ...appealed, cycle: { ...cycleOf(appealed), reviewers: ['emp_3'] } },
      staff,
      ['emp_m'],
      ['emp_c'],
    ],
    ['nobody, where there is nobody', viewed, [seller], [], []],
  ])('%s', (_title, sheet, colleagues, ownerIds, superiorIds) => {
    expect(toldOf(sheet, colleagues)).toEqual({ ownerIds, superiorIds });
  });
});
