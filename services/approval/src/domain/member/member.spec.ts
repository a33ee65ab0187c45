import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { checkAppointment, endTerm, mayVote, servesOn } from './member.js';
import type { TermOfOffice } from './member.js';

const day = (text: string): LocalDate => text as LocalDate;
const chair: TermOfOffice = { employeeId: 'emp_chair', office: 'CHAIR', fromOn: day('2026-01-01'), toOn: day('2026-12-31') };
const member: TermOfOffice = { employeeId: 'emp_a', office: 'MEMBER', fromOn: day('2026-01-01'), toOn: null };

describe('[4.12] terms of office', () => {
  test.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('the chair serves on %s: %p', (on, expected) => {
    expect(servesOn(chair, day(on))).toBe(expected);
  });

  test.each([
    ['CHAIR', true],
    ['MEMBER', true],
    ['SECRETARY', false],
  ] as const)('%s votes: %p', (office, expected) => {
    expect(mayVote({ ...member, office })).toBe(expected);
  });

  test.each([
    ['a new member', { ...member, employeeId: 'emp_b' }],
    ['the next chair', { ...chair, employeeId: 'emp_b', fromOn: day('2027-01-01'), toOn: null }],
    ['a former chair again later', { ...chair, fromOn: day('2027-01-01'), toOn: day('2027-06-30') }],
  ])('%s may be appointed', (_name, wanted) => {
    expect(() => checkAppointment(wanted, [chair, member])).not.toThrow();
  });

  test.each([
    ['a term that ends before it begins', { ...member, employeeId: 'emp_b', toOn: day('2025-12-31') }, 'TERM_INVALID'],
    ['somebody who serves already', { ...member, fromOn: day('2030-01-01') }, 'TERM_OVERLAPS'],
    ['the chair as a member beside', { ...chair, office: 'MEMBER', fromOn: day('2026-12-31') }, 'TERM_OVERLAPS'],
    ['a member as secretary beside', { ...member, office: 'SECRETARY' }, 'TERM_OVERLAPS'],
    ['a second chair', { ...chair, employeeId: 'emp_b' }, 'CHAIR_TAKEN'],
    ['a second chair on the last day', { ...chair, employeeId: 'emp_b', fromOn: day('2026-12-31'), toOn: null }, 'CHAIR_TAKEN'],
  ] as const)('%s may not be appointed', (_name, wanted, code) => {
    expect(() => checkAppointment(wanted, [chair, member])).toThrow(expect.objectContaining({ code }));
  });

  test('a term ends on the day that is set', () => {
    expect(endTerm(member, day('2026-11-23')).toOn).toBe('2026-11-23');
    expect(endTerm(chair, day('2026-12-31'))).toEqual(chair);
  });

  test.each([
    ['before it began', member, '2025-12-31'],
    ['after the end that is set', chair, '2027-01-01'],
  ])('a term cannot end %s', (_name, term, lastDay) => {
    expect(() => endTerm(term, day(lastDay))).toThrow(expect.objectContaining({ code: 'TERM_INVALID' }));
  });
});
