import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { afterNotice, beginStanding, checkRung, firstLevel, follow, isOnLadder, moveTo, schedule, setFirstLevel } from './standing.js';
import type { Placed, Standing } from './standing.js';

const today = parseLocalDate('2026-07-01');
const rhythm = { intervalDays: 30, reminderDays: 7 };
const placed: Placed = { id: 'emp_1', roles: ['salesperson'], active: true, managerId: 'emp_m' };
const of = { by: 'service:hr', today, rhythm };
const begun = beginStanding(placed, { ...of, since: parseLocalDate('2026-06-15'), level: 'TRAINEE' });

describe('[6.10] where a person stands', () => {
  test.each<[readonly string[], string | null, boolean, string]>([
    [['salesperson'], null, true, 'TRAINEE'],
    [['salesperson'], 'SENIOR_SALESPERSON', true, 'SENIOR_SALESPERSON'],
    [['salesperson'], 'MANAGER', true, 'TRAINEE'],
    [['salesperson'], 'P7', true, 'TRAINEE'],
    [['sales-manager'], 'SUPERVISOR', true, 'MANAGER'],
    [['salesperson', 'trainer'], null, true, 'TRAINEE'],
    [['trainer'], null, false, 'TRAINEE'],
    [['finance-officer'], null, false, 'TRAINEE'],
  ])('%j with the level %s of the hiring', (roles, level, on, first) => {
    expect([isOnLadder({ roles }), firstLevel({ roles, level })]).toEqual([on, first]);
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

describe('[5.7] the first level', () => {
  const act = { level: 'SENIOR_SALESPERSON', reason: '同业三年经验', by: 'emp_hr', closedQuarters: 0 } as const;
  const promoted = moveTo(begun, { level: 'SALESPERSON', since: today, cause: 'PROMOTED', note: null, by: 'emp_hr' });

  test('is said by hr, with its reason', () => {
    const set = setFirstLevel(begun, act);
    expect(set).toMatchObject({ level: 'SENIOR_SALESPERSON', since: '2026-06-15' });
    expect(set.history.at(-1)).toMatchObject({ cause: 'FIRST_LEVEL', note: act.reason, by: 'emp_hr' });
  });

  test.each<[string, Standing, Partial<Omit<typeof act, 'level'>> & { level?: 'MANAGER' }, string]>([
    ['by himself', begun, { by: 'emp_1' as never }, 'OWN_LEVEL'],
    ['after a promotion', promoted, {}, 'FIRST_LEVEL_SETTLED'],
    ['twice', setFirstLevel(begun, act), {}, 'FIRST_LEVEL_SETTLED'],
    ['after a closed quarter', begun, { closedQuarters: 1 as never }, 'FIRST_LEVEL_SETTLED'],
    ['as manager', begun, { level: 'MANAGER' }, 'LEVEL_NEEDS_APPOINTMENT'],
    ['of the manager', { ...begun, level: 'MANAGER' }, {}, 'LEVEL_NEEDS_APPOINTMENT'],
    ['without a reason', begun, { reason: '好' as never }, 'CAREER_TEXT_TOO_SHORT'],
  ])('is not set %s', (_title, standing, change, code) => {
    expect(() => setFirstLevel(standing, { ...act, ...change })).toThrow(expect.objectContaining({ code }));
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
