import { describe, expect, it, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { addEntry, handIn, requireOpenDay, review } from './work-log.js';
import type { WorkEntry, WorkLog } from './work-log.js';

const at = new Date('2026-11-23T10:00:00Z');
const entry: WorkEntry = {
  ...{ id: 'wrk_1', kind: 'VISIT', minutes: 60, note: '走访客户门店，了解进货情况' },
  ...{ customerId: null, leadId: null, applicationId: null, at },
};
const empty: WorkLog = {
  ...{ id: 'log_1', version: 1, employeeId: 'emp_1', day: '2026-11-23' as LocalDate, entries: [] },
  ...{ summary: null, tomorrow: null, handedInAt: null, review: null },
};
const words = { summary: '走访三家客户', tomorrow: '准备申请资料' };
const handed = handIn(addEntry(empty, entry), words, at);
const refusal = (code: string) => expect.objectContaining({ code });

describe('[2.5] the work log of a day', () => {
  test('takes entries, is handed in and reviewed', () => {
    const reviewed = review(handed, { comment: '继续跟进老客户', by: 'emp_9', at });
    expect(reviewed).toMatchObject({ ...words, entries: [entry], handedInAt: at, review: { comment: '继续跟进老客户' } });
  });

  test('is written on its day and for some days after', () => {
    for (const day of ['2026-11-23', '2026-11-22', '2026-11-20'])
      expect(() => requireOpenDay(day as LocalDate, '2026-11-23' as LocalDate, 3)).not.toThrow();
  });

  it.each(['2026-11-24', '2026-11-19', '2025-11-23'])('is not written on %s', (day) => {
    expect(() => requireOpenDay(day as LocalDate, '2026-11-23' as LocalDate, 3)).toThrow(refusal('WORK_LOG_DAY'));
  });

  it.each<[string, Partial<WorkEntry>, string]>([
    ['without words', { note: ' ' }, 'REASON_REQUIRED'],
    ['[3.7] with a telephone number', { note: '致电 13800138000' }, 'PERSONAL_NUMBER_IN_TEXT'],
    ['that took no time', { minutes: 0 }, 'INPUT_INVALID'],
    ['that took half a minute', { minutes: 0.5 }, 'INPUT_INVALID'],
    ['that makes the day too long', { minutes: 1_381 }, 'INPUT_INVALID'],
  ])('refuses an entry %s', (_title, wrong, code) => {
    expect(() => addEntry(addEntry(empty, entry), { ...entry, ...wrong })).toThrow(refusal(code));
  });

  it.each<[string, () => unknown, string]>([
    ['is not written on once it is handed in', () => addEntry(handed, entry), 'WORK_LOG_HANDED_IN'],
    ['is not handed in twice', () => handIn(handed, words, at), 'WORK_LOG_HANDED_IN'],
    ['is not handed in without a summary', () => handIn(empty, { ...words, summary: '' }, at), 'REASON_REQUIRED'],
    ['is not handed in without a plan for tomorrow', () => handIn(empty, { ...words, tomorrow: '' }, at), 'REASON_REQUIRED'],
    ['is not reviewed before it is handed in', () => review(empty, { comment: '继续努力', by: 'emp_9', at }), 'WORK_LOG_OPEN'],
    ['is not reviewed by its own author', () => review(handed, { comment: '继续努力', by: 'emp_1', at }), 'OWN_WORK_LOG'],
    ['is not reviewed without words', () => review(handed, { comment: '', by: 'emp_9', at }), 'REASON_REQUIRED'],
  ])('%s', (_title, act, code) => {
    expect(act).toThrow(refusal(code));
  });
});
