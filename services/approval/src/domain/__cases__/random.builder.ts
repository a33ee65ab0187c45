import { addDays } from '@weilend/kernel';
import fc from 'fast-check';
import type { ApprovalCase, Recusal } from '../case/approval-case.js';
import type { Absence, TermOfOffice } from '../member/member.js';
import type { Fraction } from '../policy/fraction.js';
import type { AuthorityBand } from '../policy/policy.js';
import { aCase, FULL, INDIVIDUAL, SMALL, TODAY } from './committee.builder.js';

/** One committee of the random tests: people, policy, who is away, and what they try to do, in order. */
export interface RandomWorld {
  readonly terms: readonly TermOfOffice[];
  readonly absences: readonly Absence[];
  readonly approvalCase: ApprovalCase;
  readonly acts: readonly RandomAct[];
}

export interface RandomAct {
  readonly what: 'vote' | 'recuse' | 'veto' | 'end-term' | 'come-back' | 'decide';
  readonly who: number;
  readonly yes: boolean;
}

/** The people that acts are drawn from: a chair, members, substitutes, a secretary, the seller and a stranger. */
export const PEOPLE = [
  ...['emp_chair', 'emp_a', 'emp_b', 'emp_c', 'emp_d', 'emp_e', 'emp_f'],
  ...['emp_sub1', 'emp_sub2', 'emp_sub3', 'emp_sec', 'emp_seller', 'emp_stranger'],
] as const;

const fraction = (above: Fraction): fc.Arbitrary<Fraction> =>
  fc
    .record({ numerator: fc.integer({ min: 1, max: 12 }), denominator: fc.integer({ min: 1, max: 12 }) })
    .filter((one) => one.numerator <= one.denominator && one.numerator * above.denominator > above.numerator * one.denominator);

const shape = fc.record({
  quorum: fraction({ numerator: 1, denominator: 3 }),
  majority: fraction({ numerator: 1, denominator: 2 }),
  chairVeto: fc.boolean(),
  tie: fc.constantFrom('REJECT' as const, 'RETURN' as const),
  validityDays: fc.option(fc.integer({ min: 1, max: 120 }), { nil: null }),
});

const bands: fc.Arbitrary<AuthorityBand[]> = fc
  .tuple(fc.constantFrom(1, 2, 3, 4, 6, 7), shape, fc.integer({ min: 2, max: 5 }), fc.integer({ min: 3, max: 6 }))
  .map(([which, rules, small, full]) =>
    [
      ...(which & 1 ? [{ ...INDIVIDUAL, tie: rules.tie }] : []),
      ...(which & 2 ? [{ ...SMALL, ...rules, membersNeeded: small }] : []),
      ...(which & 4 ? [{ ...FULL, ...rules, membersNeeded: Math.max(small, full) }] : []),
    ].filter((band) => band.membersNeeded > 0),
  );

const term = (employeeId: string, office: TermOfOffice['office'], offset: number, substituteFor: string | null = null): TermOfOffice => ({
  ...{ employeeId, office, substituteFor },
  fromOn: addDays(TODAY, -100),
  toOn: offset > 8 ? null : addDays(TODAY, offset),
});

const terms: fc.Arbitrary<TermOfOffice[]> = fc
  .record({
    hasChair: fc.constantFrom(true, true, true, false),
    members: fc.integer({ min: 2, max: 6 }),
    ends: fc.array(fc.integer({ min: -2, max: 12 }), { minLength: 10, maxLength: 10 }),
    seats: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 }),
    substitutes: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ hasChair, members, ends, seats, substitutes }) => {
    const end = (place: number): number => ends[place] ?? 12;
    const own = PEOPLE.slice(1, members + 1).map((employeeId, place) => term(employeeId, 'MEMBER', end(place)));
    const subs = [1, 2, 3].slice(0, substitutes).map((no, place) => {
      return term(`emp_sub${no}`, 'SUBSTITUTE', end(place + 6), PEOPLE[seats[place] ?? 1] ?? 'emp_a');
    });
    return [...(hasChair ? [term('emp_chair', 'CHAIR', end(9))] : []), ...own, ...subs, term('emp_sec', 'SECRETARY', 12)];
  });

const people = fc.array(fc.integer({ min: 0, max: PEOPLE.length - 1 }), { maxLength: 2 });
const recusalOf = (who: number): Recusal => ({ employeeId: PEOPLE[who] ?? 'emp_a', reason: '亲属', kind: 'CONFLICT', at: new Date(0) });
const unique = (list: readonly number[]): number[] => [...new Set(list)];

/** Mostly votes, mostly of people who have one, more yes than no; the veto mostly by the chair. */
const act: fc.Arbitrary<RandomAct> = fc
  .record({
    what: fc.constantFrom(
      ...Array.from({ length: 12 }, () => 'vote' as const),
      'recuse',
      'veto',
      'veto',
      'veto',
      'end-term',
      'come-back',
      'decide',
    ),
    who: fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 9 }), fc.nat({ max: PEOPLE.length - 1 })),
    yes: fc.constantFrom(true, true, false),
  })
  .map((one) => (one.what === 'veto' && one.yes ? { ...one, who: 0 } : one));

export const randomWorld: fc.Arbitrary<RandomWorld> = fc
  .record({
    terms,
    bands,
    away: people,
    recused: people,
    investigator: fc.nat({ max: 9 }),
    acts: fc.array(act, { minLength: 4, maxLength: 24 }),
  })
  .map(({ terms: all, bands: chosen, away, recused, investigator, acts }) => ({
    terms: all,
    absences: unique(away).map((who) => ({ employeeId: PEOPLE[who] ?? 'emp_a', fromOn: addDays(TODAY, -1), toOn: addDays(TODAY, 1) })),
    approvalCase: aCase({
      bands: chosen,
      recusals: unique(recused).map(recusalOf),
      participants: [
        { role: 'SALESPERSON', employeeId: 'emp_seller' },
        { role: 'INVESTIGATOR', employeeId: PEOPLE[investigator] ?? 'emp_a' },
      ],
    }),
    acts,
  }));
