import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { checkAbsence, checkAppointment, checkTermLimit, endTerm, isAbsent, mayVote, servesOn } from './member.js';
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
    expect(endTerm(member, day('2026-11-23'), day('2026-11-23')).toOn).toBe('2026-11-23');
    expect(endTerm(member, day('2026-11-22'), day('2026-11-23')).toOn).toBe('2026-11-22');
    expect(endTerm(chair, day('2026-12-31'), day('2026-11-23'))).toEqual(chair);
  });

  test.each([
    ['before it began', member, '2025-12-31', '2026-01-01', 'TERM_INVALID'],
    ['after the end that is set', chair, '2027-01-01', '2026-11-23', 'TERM_INVALID'],
    ['on a day on which it may have decided', member, '2026-11-21', '2026-11-23', 'TERM_END_PAST'],
    ['long ago', member, '2026-01-02', '2026-11-23', 'TERM_END_PAST'],
  ])('a term cannot end %s', (_name, term, lastDay, today, code) => {
    expect(() => endTerm(term, day(lastDay), day(today))).toThrow(expect.objectContaining({ code }));
  });
});

describe('[4.12] substitutes', () => {
  const substitute: TermOfOffice = { ...member, employeeId: 'emp_s', office: 'SUBSTITUTE', substituteFor: 'emp_a' };

  test.each([
    ['for a member', substitute],
    ['for the chair', { ...substitute, substituteFor: 'emp_chair' }],
  ])('are named %s', (_name, wanted) => {
    expect(() => checkAppointment(wanted, [chair, member])).not.toThrow();
  });

  test.each<[string, TermOfOffice, readonly TermOfOffice[], string]>([
    ['for nobody', { ...substitute, substituteFor: null }, [chair, member], 'SUBSTITUTE_WITHOUT_SEAT'],
    ['for a stranger', { ...substitute, substituteFor: 'emp_x' }, [chair, member], 'SUBSTITUTE_WITHOUT_SEAT'],
    ['for a secretary', substitute, [{ ...member, office: 'SECRETARY' }], 'SUBSTITUTE_WITHOUT_SEAT'],
    ['for another substitute', substitute, [{ ...substitute, employeeId: 'emp_a' }], 'SUBSTITUTE_WITHOUT_SEAT'],
    ['before the member serves', { ...substitute, fromOn: day('2025-12-01') }, [member], 'SUBSTITUTE_WITHOUT_SEAT'],
    ['for themselves', { ...substitute, employeeId: 'emp_a' }, [chair], 'SUBSTITUTE_WITHOUT_SEAT'],
    ['while they are members', { ...substitute, employeeId: 'emp_chair' }, [chair, member], 'TERM_OVERLAPS'],
    ['as a member with a seat of another', { ...member, employeeId: 'emp_b', substituteFor: 'emp_a' }, [member], 'SUBSTITUTE_WITHOUT_SEAT'],
  ])('are not named %s', (_name, wanted, others, code) => {
    expect(() => checkAppointment(wanted, others)).toThrow(expect.objectContaining({ code }));
  });
});

describe('[4.12] absences', () => {
  const absence = { employeeId: 'emp_a', fromOn: day('2026-11-20'), toOn: day('2026-11-25') };
  const today = day('2026-11-23');

  test.each([
    ['2026-11-19', false],
    ['2026-11-20', true],
    ['2026-11-25', true],
    ['2026-11-26', false],
  ])('on %s away: %p', (on, expected) => {
    expect(isAbsent([absence], 'emp_a', day(on))).toBe(expected);
    expect(isAbsent([absence], 'emp_b', day(on))).toBe(false);
  });

  test('are declared by who has a seat', () => {
    expect(() => checkAbsence(absence, [member], today)).not.toThrow();
  });

  test.each([
    ['days in the wrong order', { ...absence, fromOn: day('2026-11-26') }, 'ABSENCE_INVALID'],
    ['days that are over', { ...absence, toOn: day('2026-11-22') }, 'ABSENCE_INVALID'],
    ['somebody without a seat', { ...absence, employeeId: 'emp_x' }, 'NOT_A_MEMBER'],
    ['days before the term', { ...absence, fromOn: day('2025-12-30') }, 'NOT_A_MEMBER'],
  ])('are not %s', (_name, wanted, code) => {
    expect(() => checkAbsence(wanted, [member], today)).toThrow(expect.objectContaining({ code }));
  });
});

describe('[4.12] terms one after the other', () => {
  const term = (from: string, to: string | null): TermOfOffice => ({ ...member, fromOn: day(from), toOn: to === null ? null : day(to) });
  const two = [term('2022-01-01', '2023-12-31'), term('2024-01-01', '2025-12-31')];

  test.each<[string, TermOfOffice, readonly TermOfOffice[], number | null]>([
    ['no limit', term('2026-01-01', null), two, null],
    ['a third of three', term('2026-01-01', null), two, 3],
    ['after a day off', term('2026-01-02', null), two, 1],
    ['in another office', { ...term('2026-01-01', null), office: 'SECRETARY' }, two, 2],
    ['of another person', { ...term('2026-01-01', null), employeeId: 'emp_b' }, two, 1],
  ])('%s is allowed', (_name, wanted, others, most) => {
    expect(() => checkTermLimit(wanted, others, most)).not.toThrow();
  });

  test.each([
    ['a third of two', 2],
    ['a second of one', 1],
  ])('%s is refused', (_name, most) => {
    expect(() => checkTermLimit(term('2026-01-01', null), two, most)).toThrow(expect.objectContaining({ code: 'TERM_LIMIT' }));
  });
});
