import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { aCase, aRoll, COMMITTEE, FULL, INDIVIDUAL, SMALL, TODAY, votes } from '../__cases__/committee.builder.js';
import type { Recusal } from './approval-case.js';
import { checkStrength, electorateOf } from './electorate.js';

const recused = (...names: string[]): Recusal[] =>
  names.map((name) => ({ employeeId: `emp_${name}`, reason: '亲属', kind: 'DECLARED', at: new Date(0) }));

describe('[4.12] who decides', () => {
  test('the chair alone, even when members have voted', () => {
    const electorate = electorateOf(aCase({ bands: [INDIVIDUAL, SMALL], votes: votes('chair+ a- b-') }), aRoll(), TODAY);
    expect(electorate).toMatchObject({ band: INDIVIDUAL, base: 1 });
    expect(electorate.members.map((member) => member.employeeId)).toEqual(['emp_chair']);
    expect(electorate.votes.map((vote) => vote.employeeId)).toEqual(['emp_chair']);
  });

  test('the next authority, when the chair who decides alone stands aside', () => {
    const electorate = electorateOf(aCase({ bands: [INDIVIDUAL, SMALL, FULL], recusals: recused('chair') }), aRoll(), TODAY);
    expect(electorate).toMatchObject({ band: SMALL, base: 3 });
    expect(electorate.members).toHaveLength(5);
  });

  test('nobody, when there is no higher authority', () => {
    expect(() => electorateOf(aCase({ bands: [INDIVIDUAL], recusals: recused('chair') }), aRoll(), TODAY)).toThrow(
      expect.objectContaining({ code: 'COMMITTEE_TOO_SMALL' }),
    );
    expect(() => electorateOf(aCase({ bands: [INDIVIDUAL] }), aRoll([]), TODAY)).toThrow(
      expect.objectContaining({ code: 'COMMITTEE_TOO_SMALL' }),
    );
  });

  test('a small committee has its seats, however many members serve', () => {
    expect(electorateOf(aCase(), aRoll(), TODAY)).toMatchObject({ band: SMALL, base: 3 });
  });
});

describe('[G4] the recused leave both bases', () => {
  test.each([
    ['nobody recused', [], 6],
    ['one recused', recused('a'), 5],
    ['chair and one recused', recused('chair', 'b'), 4],
    ['a secretary recused changes nothing', recused('sec'), 6],
  ])('%s', (_name, recusals, base) => {
    expect(electorateOf(aCase({ bands: [FULL], recusals }), aRoll(), TODAY).base).toBe(base);
  });

  test('a vote cast before the recusal no longer counts', () => {
    const electorate = electorateOf(aCase({ bands: [FULL], votes: votes('a+ b+'), recusals: recused('a') }), aRoll(), TODAY);
    expect(electorate.votes.map((vote) => vote.employeeId)).toEqual(['emp_b']);
    expect(electorate.base).toBe(5);
  });

  test('a member who sold or investigated the loan is out without a word', () => {
    const participants = [
      { role: 'SALESPERSON' as const, employeeId: 'emp_a' },
      { role: 'INVESTIGATOR' as const, employeeId: 'emp_b' },
    ];
    const electorate = electorateOf(aCase({ bands: [FULL], participants, votes: votes('a+ b+ c+') }), aRoll(), TODAY);
    expect(electorate.base).toBe(4);
    expect(electorate.votes.map((vote) => vote.employeeId)).toEqual(['emp_c']);
  });

  test('a member whose term has ended since keeps the vote cast in office', () => {
    const terms = COMMITTEE.map((term) => (term.employeeId === 'emp_a' ? { ...term, toOn: '2026-11-22' as LocalDate } : term));
    const electorate = electorateOf(aCase({ bands: [FULL], votes: votes('a+') }), aRoll(terms), TODAY);
    expect(electorate.votes).toHaveLength(1);
    expect(electorate.base).toBe(6);
    expect(electorate.members).toHaveLength(5);
  });

  test.each([
    ['five of six needed five', recused('a'), false],
    ['four of six are too few', recused('a', 'b'), true],
  ])('%s', (_name, recusals, refused) => {
    const electorate = electorateOf(aCase({ bands: [FULL], recusals }), aRoll(), TODAY);
    if (refused) expect(() => checkStrength(electorate)).toThrow(expect.objectContaining({ code: 'COMMITTEE_TOO_SMALL' }));
    else expect(() => checkStrength(electorate)).not.toThrow();
  });
});
