import { describe, expect, it, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { contacted, isClearedSince, laterClearance, openArrearsTask, recalled } from './arrears-task.js';
import type { ArrearsContact } from './arrears-task.js';

const at = new Date('2026-11-23T02:00:00Z');
const later = new Date('2026-11-23T06:00:00Z');
const task = openArrearsTask({
  ...{ id: 'art_1', handoffId: 'hof_1', caseId: 'ccs_1', loanId: 'lon_1', applicationId: 'app_1', customerId: 'cus_1', ownerId: 'emp_1' },
  ...{ step: 1, overdueSince: parseLocalDate('2026-11-22'), daysPastDue: 1, overdueFen: 5_000_00, openedAt: at, dueAt: later },
});
const contact: ArrearsContact = { interactionId: 'int_1', heldAt: later, way: 'PHONE', result: 'CALL_BACK' };

describe('[7.4] a task about arrears', () => {
  test('is done by a conversation, and nothing is owed any more', () => {
    expect(contacted(task, contact, 'emp_1', later)).toMatchObject({
      state: 'contacted',
      contact,
      dueAt: null,
      endedBy: 'emp_1',
      endedAt: later,
    });
  });

  test('counts a conversation of the very moment in which it was given', () => {
    expect(contacted(task, { ...contact, heldAt: at }, 'emp_1', later).state).toBe('contacted');
  });

  test('ends when nothing is late any more, and says why', () => {
    expect(recalled(task, 'paid', later)).toMatchObject({
      state: 'recalled',
      recallReason: 'paid',
      dueAt: null,
      endedBy: null,
      contact: null,
    });
  });

  const done = contacted(task, contact, 'emp_1', later);
  const gone = recalled(task, 'paid', later);
  test.each([[done], [gone]])('that has ended stays as it is when the money comes', (ended) => {
    expect(recalled(ended, 'paid again', later)).toBe(ended);
  });

  it.each<[string, () => unknown, string]>([
    [
      'with a conversation of the day before',
      () => contacted(task, { ...contact, heldAt: new Date('2026-11-22T02:00:00Z') }, 'emp_1', later),
      'ARREARS_CONTACT_EARLIER',
    ],
    [
      'with one of a second before',
      () => contacted(task, { ...contact, heldAt: new Date(at.getTime() - 1) }, 'emp_1', later),
      'ARREARS_CONTACT_EARLIER',
    ],
    ['twice', () => contacted(done, contact, 'emp_1', later), 'ILLEGAL_TRANSITION'],
    ['after it was paid', () => contacted(gone, contact, 'emp_1', later), 'ILLEGAL_TRANSITION'],
  ])('refused %s', (_title, act, code) => expect(act).toThrow(expect.objectContaining({ code })));
});

describe('[7.4] work that arrives after the money', () => {
  const moment = (ms: number) => ({ clearedAt: new Date(at.getTime() + ms) });

  test.each([
    ['it was not late the day before', moment(-86_400_000), false],
    ['it was not late a moment before', moment(-1), false],
    ['both are of the same moment', moment(0), false],
    ['the money came a moment after it was asked for', moment(1), true],
    ['the money came later that day', moment(3_600_000), true],
  ])('has nothing to do when %s: %#', (_name, clearance, expected) => {
    expect(isClearedSince(clearance, at)).toBe(expected);
  });

  test.each([
    ['later', 1, 1],
    ['of the same moment', 0, 0],
    ['earlier', -1, 0],
  ])('keeps the latest word when one is heard that is %s', (_name, heard, kept) => {
    expect(laterClearance(moment(0), moment(heard))).toEqual(moment(kept));
  });
});
