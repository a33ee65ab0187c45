import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import {
  afterNotice,
  askedAtHiring,
  askFirstLevel,
  beginStanding,
  checkRung,
  confirmFirstLevel,
  firstLevel,
  follow,
  isOnLadder,
  moveTo,
  schedule,
} from './standing.js';
import type { FirstLevelAsked, Placed, Standing } from './standing.js';

const today = parseLocalDate('2026-07-01');
const rhythm = { intervalDays: 30, reminderDays: 7 };
const placed: Placed = { id: 'emp_1', roles: ['salesperson'], active: true, managerId: 'emp_m' };
const of = { by: 'service:hr', today, rhythm };
const begun = beginStanding(placed, { ...of, since: parseLocalDate('2026-06-15'), level: 'TRAINEE' });

describe('[6.10] where a person stands', () => {
  test.each<[readonly string[], string | null, boolean, string, string | null]>([
    [['salesperson'], null, true, 'TRAINEE', null],
    [['salesperson'], 'SENIOR_SALESPERSON', true, 'TRAINEE', 'SENIOR_SALESPERSON'],
    [['salesperson'], 'TRAINEE', true, 'TRAINEE', null],
    [['salesperson'], 'MANAGER', true, 'TRAINEE', null],
    [['salesperson'], 'P7', true, 'TRAINEE', null],
    [['sales-manager'], 'SUPERVISOR', true, 'MANAGER', null],
    [['salesperson', 'trainer'], null, true, 'TRAINEE', null],
    [['trainer'], null, false, 'TRAINEE', null],
    [['finance-officer'], null, false, 'TRAINEE', null],
  ])('%j with the level %s of the hiring, which one person alone said', (roles, level, on, first, asked) => {
    expect([isOnLadder({ roles }), firstLevel({ roles })]).toEqual([on, first]);
    expect(askedAtHiring({ roles, level }, 'emp_hr')?.level ?? null).toBe(asked);
  });

  test('begins with the hiring, and the first talk is due one interval later', () => {
    expect(begun).toMatchObject({
      ...{ level: 'TRAINEE', since: '2026-06-15', active: true, managerId: 'emp_m', lastTalkOn: null },
      ...{ talkDueOn: '2026-07-31', notice: 'COMING', noticeOn: '2026-07-24' },
      history: [{ level: 'TRAINEE', since: '2026-06-15', cause: 'HIRED' }],
    });
  });

  test('follows an appointment as manager and the end of it, back to what the person was', () => {
    const senior = moveTo(begun, { level: 'SENIOR_SALESPERSON', since: today, cause: 'PROMOTED', note: 'pmt_1', by: 'emp_hr' });
    const leads = follow(senior, { ...placed, roles: ['sales-manager'], managerId: null }, of);
    expect(leads).toMatchObject({ level: 'MANAGER', since: today, managerId: null, talkDueOn: '2026-07-31' });
    const back = follow(leads, placed, of);
    expect(back).toMatchObject({ level: 'SENIOR_SALESPERSON', managerId: 'emp_m' });
    expect(back.history.map(({ cause }) => cause)).toEqual(['HIRED', 'PROMOTED', 'APPOINTED', 'STEPPED_DOWN']);
  });

  test('who was hired as manager goes on as a salesperson', () => {
    const hired = beginStanding({ ...placed, roles: ['sales-manager'] }, { ...of, since: today, level: 'MANAGER' });
    expect(follow(hired, placed, of).level).toBe('SALESPERSON');
  });

  test.each<[string, Partial<Placed>]>([
    ['has left', { active: false }],
    ['works elsewhere now', { roles: ['investigator'] }],
  ])('nobody owes a talk to who %s; his level stays in the history', (_title, change) => {
    const gone = follow(begun, { ...placed, ...change }, of);
    expect(gone).toMatchObject({ active: false, talkDueOn: null, notice: null, noticeOn: null, level: 'TRAINEE', history: begun.history });
    expect(follow(gone, placed, { ...of, today: parseLocalDate('2026-09-01') })).toMatchObject({ active: true, talkDueOn: '2026-10-01' });
  });
});

describe('[5.7] the first level is asked for by one person and confirmed by another', () => {
  const ask: FirstLevelAsked = { level: 'SENIOR_SALESPERSON', reason: '同业三年经验', by: 'emp_hr' };
  const confirm = { level: 'SENIOR_SALESPERSON', by: 'emp_hr2', closedQuarters: 0 } as const;
  const promoted = moveTo(begun, { level: 'SALESPERSON', since: today, cause: 'PROMOTED', note: null, by: 'emp_hr' });
  const asked = askFirstLevel(begun, ask, 0);
  const set = confirmFirstLevel(asked, confirm);

  test('moves nothing until it is confirmed, then the level since the hiring, with its reason', () => {
    expect(asked).toEqual({ ...begun, asked: ask });
    expect(set).toMatchObject({ level: 'SENIOR_SALESPERSON', since: '2026-06-15', asked: null });
    expect(set.history.at(-1)).toMatchObject({ cause: 'FIRST_LEVEL', note: ask.reason, by: 'emp_hr2' });
  });

  test('asked for anew, the last word counts, and another step ends it', () => {
    const again = askFirstLevel(asked, { ...ask, level: 'SUPERVISOR' }, 0);
    expect(() => confirmFirstLevel(again, confirm)).toThrow(expect.objectContaining({ code: 'FIRST_LEVEL_NOT_ASKED' }));
    expect(follow(again, { ...placed, roles: ['sales-manager'] }, of)).toMatchObject({ level: 'MANAGER', asked: null });
  });

  test.each<[string, Standing, Partial<FirstLevelAsked>, number, string]>([
    ['by himself', begun, { by: 'emp_1' }, 0, 'OWN_LEVEL'],
    ['after a promotion', promoted, {}, 0, 'FIRST_LEVEL_SETTLED'],
    ['after it was set', set, {}, 0, 'FIRST_LEVEL_SETTLED'],
    ['after a closed quarter', begun, {}, 1, 'FIRST_LEVEL_SETTLED'],
    ['as manager', begun, { level: 'MANAGER' }, 0, 'LEVEL_NEEDS_APPOINTMENT'],
    ['of the manager', { ...begun, level: 'MANAGER' }, {}, 0, 'LEVEL_NEEDS_APPOINTMENT'],
    ['without a reason', begun, { reason: '好' }, 0, 'CAREER_TEXT_TOO_SHORT'],
  ])('is not asked for %s', (_title, standing, change, closedQuarters, code) => {
    expect(() => askFirstLevel(standing, { ...ask, ...change }, closedQuarters)).toThrow(expect.objectContaining({ code }));
  });

  test.each<[string, Standing, Partial<Parameters<typeof confirmFirstLevel>[1]>, string]>([
    ['by who asked for it', asked, { by: 'emp_hr' }, 'FIRST_LEVEL_SAME_PERSON'],
    ['by the person', asked, { by: 'emp_1' }, 'OWN_LEVEL'],
    ['when nobody asked', begun, {}, 'FIRST_LEVEL_NOT_ASKED'],
    ['when another level was asked for', asked, { level: 'SUPERVISOR' }, 'FIRST_LEVEL_NOT_ASKED'],
    ['after a closed quarter', asked, { closedQuarters: 1 }, 'FIRST_LEVEL_SETTLED'],
    ['twice', set, {}, 'FIRST_LEVEL_SETTLED'],
  ])('is not confirmed %s', (_title, standing, change, code) => {
    expect(() => confirmFirstLevel(standing, { ...confirm, ...change })).toThrow(expect.objectContaining({ code }));
  });
});

describe('[6.12] the superior is told', () => {
  test('of a coming talk, of an overdue one, and then no more', () => {
    const overdue = afterNotice(begun);
    expect(overdue).toMatchObject({ notice: 'OVERDUE', noticeOn: '2026-08-01' });
    expect(afterNotice(overdue)).toMatchObject({ notice: null, noticeOn: null, talkDueOn: '2026-07-31' });
  });

  test('never before the interval begins, however long the warning', () => {
    expect(schedule(begun, today, { intervalDays: 5, reminderDays: 30 })).toMatchObject({
      talkDueOn: '2026-07-06',
      noticeOn: '2026-07-01',
    });
  });
});

describe('[2.1, 5.7] a change of a person leaves him where he stands on the ladder', () => {
  type Given = Parameters<typeof checkRung>[0];
  const sells = (level: string | null, roles = ['salesperson'], active = true): NonNullable<Given> => ({ roles, level, active });
  const leads = (level: string | null) => sells(level, ['sales-manager']);
  const elsewhere = (level: string | null) => sells(level, ['investigator']);
  const by = (level: Standing['level'] | null, administrates = false) => ({ standing: level && { level }, administrates });
  test.each<[string, Given, NonNullable<Given>, ReturnType<typeof by>, string | null]>([
    ['a hiring with experience', null, sells('SUPERVISOR'), by(null), null],
    ['a hiring as manager', null, leads(null), by(null), null],
    ['nothing of it', sells('TRAINEE'), sells('TRAINEE'), by('TRAINEE'), null],
    ['the level that the ladder has', sells(null), sells('SALESPERSON'), by('SALESPERSON'), null],
    ['the level taken off the card', sells('SALESPERSON'), sells(null), by('SALESPERSON'), null],
    ['coming to sales for the first time', elsewhere('P7'), sells('SALESPERSON'), by(null), null],
    ['leaving sales', sells('SALESPERSON'), elsewhere('P7'), by('SALESPERSON'), null],
    ['coming back as what he was', elsewhere('P7'), sells('SALESPERSON'), by('SALESPERSON'), null],
    ['being promoted to manager', sells('SUPERVISOR'), leads('MANAGER'), by('MANAGER'), null],
    ['being appointed by an administrator', sells('SUPERVISOR'), leads('SUPERVISOR'), by('SUPERVISOR', true), null],
    ['coming from elsewhere to lead', elsewhere(null), leads(null), by(null), null],
    ['the manager changed otherwise', leads('MANAGER'), leads('MANAGER'), by('MANAGER'), null],
    ['leaving the company', sells('TRAINEE'), sells('SUPERVISOR', ['salesperson'], false), by('TRAINEE'), null],
    ['a level up', sells('TRAINEE'), sells('SUPERVISOR'), by('TRAINEE'), 'LEVEL_BY_PROMOTION'],
    ['a level down', sells('SUPERVISOR'), sells('TRAINEE'), by('SUPERVISOR'), 'LEVEL_BY_PROMOTION'],
    ['a level up by an administrator', sells('TRAINEE'), sells('SUPERVISOR'), by('TRAINEE', true), 'LEVEL_BY_PROMOTION'],
    ['a level up before the ladder has heard of him', sells('TRAINEE'), sells('SUPERVISOR'), by(null), 'LEVEL_BY_PROMOTION'],
    ['a level brought along from another department', elsewhere('SUPERVISOR'), sells('SUPERVISOR'), by('TRAINEE'), 'LEVEL_BY_PROMOTION'],
    ['a higher level after a return', sells('TRAINEE', ['salesperson'], false), sells('SUPERVISOR'), by('TRAINEE'), 'LEVEL_BY_PROMOTION'],
    ['the manager’s level without his role at the hiring', null, sells('MANAGER'), by(null), 'LEVEL_NEEDS_APPOINTMENT'],
    ['who sells made manager by hr', sells('SUPERVISOR'), leads('SUPERVISOR'), by('SUPERVISOR'), 'SALES_MANAGER_BY_PROMOTION'],
    ['who has just been hired made manager by hr', sells(null), leads(null), by(null), 'SALES_MANAGER_BY_PROMOTION'],
    ['who sold before made manager by hr', elsewhere(null), leads(null), by('SALESPERSON'), 'SALES_MANAGER_BY_PROMOTION'],
    ['who left taken back as manager by hr', sells(null, ['salesperson'], false), leads(null), by('TRAINEE'), 'SALES_MANAGER_BY_PROMOTION'],
  ])('%s', (_title, before, after, known, code) => {
    const act = () => checkRung(before, after, known);
    if (code) expect(act).toThrow(expect.objectContaining({ code }));
    else expect(act).not.toThrow();
  });
});
