import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { aCase, aRoll, aSubstitute, COMMITTEE, FULL, INDIVIDUAL, SMALL, TODAY, votes } from '../__cases__/committee.builder.js';
import type { Recusal } from './approval-case.js';
import { castVote, isTie, tallyOf } from './ballot.js';
import { checkStrength, electorateOf, electorsOf, seatsPresent } from './electorate.js';
import type { Electorate } from './electorate.js';

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

describe('[4.12, G4] substitutes vote only for who cannot', () => {
  const terms = [...COMMITTEE, aSubstitute('s', 'a')];
  const away = (name: string) => ({ employeeId: `emp_${name}`, fromOn: TODAY, toOn: TODAY });
  const at = new Date('2026-11-23T02:00:00Z');
  const vote = (one: ReturnType<typeof aCase>, who: string, absences: ReturnType<typeof away>[] = []) =>
    castVote(one, electorateOf(one, aRoll(terms, absences), TODAY), { employeeId: `emp_${who}`, choice: 'YES', reason: '可以', at });

  test.each([
    ['recused', aCase({ recusals: recused('a') }), []],
    ['absent', aCase(), [away('a')]],
  ])('while the member is %s, in his seat', (_name, one, absences) => {
    expect(vote(one, 's', absences).votes).toMatchObject([{ employeeId: 'emp_s', office: 'SUBSTITUTE', seatOf: 'emp_a' }]);
  });

  test.each([
    ['while the member sits himself', aCase(), 's', [], 'SUBSTITUTE_NOT_CALLED'],
    ['while another member is away', aCase(), 's', [away('b')], 'SUBSTITUTE_NOT_CALLED'],
    ['when the substitute is recused too', aCase({ recusals: recused('a', 's') }), 's', [], 'RECUSED'],
    ['when the substitute is away too', aCase({ recusals: recused('a') }), 's', [away('s')], 'SUBSTITUTE_NOT_CALLED'],
    ['an absent member himself', aCase(), 'a', [away('a')], 'MEMBER_ABSENT'],
  ])('not %s', (_name, one, who, absences, code) => {
    expect(() => vote(one, who, absences)).toThrow(expect.objectContaining({ code }));
  });

  test('a seat never votes twice: neither the member after his substitute nor the substitute after him', () => {
    const bySubstitute = vote(aCase(), 's', [away('a')]);
    expect(() => vote(bySubstitute, 'a')).toThrow(expect.objectContaining({ code: 'SEAT_VOTED' }));
    const byMember = vote(aCase(), 'a');
    expect(() => vote(byMember, 's', [away('a')])).toThrow(expect.objectContaining({ code: 'SEAT_VOTED' }));
  });

  test('the vote of a member recused afterwards frees the seat for his substitute', () => {
    const one = { ...vote(aCase(), 'a'), recusals: recused('a') };
    expect(vote(one, 's').votes).toHaveLength(2);
    expect(electorateOf(vote(one, 's'), aRoll(terms), TODAY).votes).toHaveLength(1);
  });

  test.each([
    ['recused with a substitute', recused('a'), [], 6, 6],
    ['recused without one', recused('b'), [], 5, 5],
    ['absent with a substitute', [], [away('a')], 6, 6],
    ['absent without one', [], [away('b')], 6, 5],
  ])('a member %s: base and seats', (_name, recusals, absences, base, present) => {
    const electorate = electorateOf(aCase({ bands: [FULL], recusals }), aRoll(terms, absences), TODAY);
    expect([electorate.base, seatsPresent(electorate)]).toEqual([base, present]);
  });

  test('the next authority keeps a case that it began to vote on while the chair was away', () => {
    const begun = aCase({ bands: [INDIVIDUAL, SMALL], votes: votes('a+') });
    expect(electorateOf(begun, aRoll(terms), TODAY).band.authority).toBe('SMALL');
    const fresh = aCase({ bands: [INDIVIDUAL, SMALL] });
    expect(electorateOf(fresh, aRoll(terms, [away('chair')]), TODAY).band.authority).toBe('SMALL');
    expect(electorateOf(fresh, aRoll(terms), TODAY).band.authority).toBe('INDIVIDUAL');
  });
});

test.each([
  ['a+ b-', true],
  ['a+ b- c+ d-', true],
  ['', false],
  ['a+', false],
  ['a+ b+ c-', false],
])('[4.12] votes "%s" are a tie: %p', (text, expected) => {
  expect(isTie(tallyOf(electorateOf(aCase({ votes: votes(text) }), aRoll(), TODAY)))).toBe(expected);
});

describe('[4.12] who was entitled is named with the decision', () => {
  const named = (electorate: Electorate): string[] =>
    electorsOf(electorate).map(({ employeeId, seatOf, present }) => `${employeeId} ${seatOf} ${present ? 'here' : 'away'}`);
  const away = (employeeId: string) => ({ employeeId, fromOn: TODAY, toOn: TODAY });
  const substituted = [...COMMITTEE, aSubstitute('s', 'b')];

  test('the chair alone, whoever else is in office', () => {
    const alone = electorateOf(aCase({ bands: [INDIVIDUAL, SMALL] }), aRoll(), TODAY);
    expect(named(alone)).toEqual(['emp_chair emp_chair here']);
  });

  test('everybody, the absent ones too, a substitute in the seat he takes', () => {
    const recusals = [{ employeeId: 'emp_b', reason: '亲属', kind: 'DECLARED' as const, at: new Date(0) }];
    const full = electorateOf(aCase({ bands: [FULL], recusals }), aRoll(substituted, [away('emp_c')]), TODAY);
    expect(named(full).sort()).toEqual([
      'emp_a emp_a here',
      'emp_c emp_c away',
      'emp_chair emp_chair here',
      'emp_d emp_d here',
      'emp_e emp_e here',
      'emp_s emp_b here',
    ]);
    expect(full.base).toBe(6);
  });

  test('a substitute whose member sits is not; who voted before his office ended is', () => {
    const left = COMMITTEE.filter(({ employeeId }) => employeeId !== 'emp_a');
    const full = electorateOf(aCase({ bands: [FULL], votes: votes('a+') }), aRoll([...left, aSubstitute('s', 'b')]), TODAY);
    expect(named(full)).toContain('emp_a emp_a here');
    expect(named(full).some((text) => text.startsWith('emp_s'))).toBe(false);
    expect(new Set(electorsOf(full).map(({ seatOf }) => seatOf)).size).toBe(full.base);
  });
});
