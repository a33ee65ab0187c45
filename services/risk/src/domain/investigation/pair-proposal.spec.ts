import { describe, expect, it, test } from '@jest/globals';
import type { Candidate } from './assign-pair.js';
import { proposedPair, rankCandidates } from './pair-proposal.js';
import type { OpenWork, PairFacts } from './pair-proposal.js';

const someone = (employeeId: string, change: Partial<Candidate> = {}): Candidate => ({
  employeeId,
  active: true,
  roles: ['investigator'],
  ...change,
});
const work = (assigned: number, investigating = 0, waiting = 0): OpenWork => ({ assigned, investigating, waiting });
const facts = (change: Partial<PairFacts> = {}): PairFacts => ({
  candidates: ['emp_1', 'emp_2', 'emp_3', 'emp_4'].map((id) => someone(id)),
  work: new Map(),
  weights: { assigned: 3, investigating: 2, waiting: 1 },
  ...{ salespersonId: 'emp_s', otherRoles: new Set(), conflicted: new Set(), absent: new Set() },
  ...change,
});
const pairOf = (change: Partial<PairFacts> = {}, staying: string[] = []) => proposedPair(rankCandidates(facts(change)), staying);

describe('[4.11] a pair by load', () => {
  it.each<[string, Partial<PairFacts>, string[]]>([
    ['nobody has anything: by id', {}, ['emp_1', 'emp_2']],
    [
      'the order of the directory does not matter',
      { candidates: [someone('emp_4'), someone('emp_2'), someone('emp_3')] },
      ['emp_2', 'emp_3'],
    ],
    [
      'the least loaded',
      {
        work: new Map([
          ['emp_1', work(1)],
          ['emp_3', work(2)],
        ]),
      },
      ['emp_2', 'emp_4'],
    ],
    [
      'what waits weighs least',
      {
        work: new Map([
          ['emp_1', work(0, 0, 2)],
          ['emp_2', work(1)],
          ['emp_3', work(1)],
        ]),
      },
      ['emp_4', 'emp_1'],
    ],
    [
      'what is begun weighs less than what is not',
      {
        work: new Map([
          ['emp_1', work(1)],
          ['emp_2', work(0, 1)],
          ['emp_3', work(2)],
          ['emp_4', work(2)],
        ]),
      },
      ['emp_2', 'emp_1'],
    ],
  ])('%s', (_name, change, expected) => {
    expect(pairOf(change)).toEqual(expected);
  });

  test('who stays is not passed over for somebody less loaded', () => {
    expect(pairOf({ work: new Map([['emp_3', work(9)]]) }, ['emp_3'])).toEqual(['emp_3', 'emp_1']);
  });

  it.each<[string, Partial<PairFacts>, string]>([
    ['who has left', { candidates: [someone('emp_1', { active: false }), someone('emp_2'), someone('emp_3')] }, 'NOT_ACTIVE'],
    [
      'who is no investigator',
      { candidates: [someone('emp_1', { roles: ['salesperson'] }), someone('emp_2'), someone('emp_3')] },
      'NOT_INVESTIGATOR',
    ],
    ['who is away', { absent: new Set(['emp_1']) }, 'ABSENT'],
    ['[7.3] the salesperson of the applicant', { salespersonId: 'emp_1' }, 'SALESPERSON'],
    ['[7.3] who took part in another role', { otherRoles: new Set(['emp_1']) }, 'OTHER_ROLE'],
    ['who is close to the customer', { conflicted: new Set(['emp_1']) }, 'DECLARED_CONFLICT'],
  ])('passes over %s, and says why', (_name, change, excluded) => {
    const ranked = rankCandidates(facts(change));
    expect(ranked.at(-1)).toMatchObject({ employeeId: 'emp_1', excluded });
    expect(pairOf(change)).toEqual(['emp_2', 'emp_3']);
  });

  it.each<[string, Partial<PairFacts>]>([
    ['nobody', { candidates: [] }],
    ['one', { candidates: [someone('emp_1')] }],
    ['all but one away', { absent: new Set(['emp_1', 'emp_2', 'emp_3']) }],
    ['all but one in conflict', { conflicted: new Set(['emp_1', 'emp_2', 'emp_4']) }],
  ])('proposes no pair of %s', (_name, change) => {
    expect(() => pairOf(change)).toThrow(expect.objectContaining({ code: 'PAIR_NOT_FOUND' }));
  });
});
