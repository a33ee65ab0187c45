import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { readNotice, tellNominee } from './training-notice.js';

const at = new Date('2026-03-02T02:00:00Z');
const facts = {
  id: 'tnt_1',
  employeeId: 'emp_a',
  sessionId: 'trs_1',
  news: 'SEATED' as const,
  heldOn: parseLocalDate('2026-03-10'),
  toldAt: at,
};

describe('[6.4] what a nominee is told', () => {
  const told = tellNominee(facts);

  test('is unread until he reads it; the first time counts', () => {
    expect(told).toEqual({ ...facts, version: 0, readAt: null });
    const read = readNotice(told, { employeeId: 'emp_a', at });
    expect(read).toEqual({ ...told, readAt: at });
    expect(readNotice(read, { employeeId: 'emp_a', at: new Date(0) })).toBe(read);
  });

  test.each(['emp_b', 'emp_manager', ''])('is not there for %p', (employeeId) => {
    for (const notice of [told, { ...told, readAt: at }])
      expect(() => readNotice(notice, { employeeId, at })).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });
});
