import type { LocalDate } from '@weilend/kernel';
import type { ApprovalCase, Vote } from '../case/approval-case.js';
import type { Roll } from '../case/electorate.js';
import type { Absence, TermOfOffice } from '../member/member.js';
import type { AuthorityBand } from '../policy/policy.js';

export const TODAY = '2026-11-23' as LocalDate;
const one = { numerator: 1, denominator: 1 };
const twoThirds = { numerator: 2, denominator: 3 };

export const INDIVIDUAL: AuthorityBand = {
  authority: 'INDIVIDUAL',
  upToFen: 5_000_000,
  membersNeeded: 1,
  quorum: one,
  majority: one,
  ...{ chairVeto: false, tie: 'REJECT', validityDays: null },
};
export const SMALL: AuthorityBand = {
  authority: 'SMALL',
  upToFen: 20_000_000,
  membersNeeded: 3,
  quorum: twoThirds,
  majority: twoThirds,
  ...{ chairVeto: true, tie: 'REJECT', validityDays: null },
};
export const FULL: AuthorityBand = {
  authority: 'FULL',
  upToFen: 100_000_000,
  membersNeeded: 5,
  quorum: twoThirds,
  majority: twoThirds,
  ...{ chairVeto: true, tie: 'REJECT', validityDays: null },
};

/** A chair, five members and a secretary in office. */
export const COMMITTEE: readonly TermOfOffice[] = [
  { employeeId: 'emp_chair', office: 'CHAIR', fromOn: '2026-01-01' as LocalDate, toOn: null },
  ...['emp_a', 'emp_b', 'emp_c', 'emp_d', 'emp_e'].map((employeeId) => ({
    employeeId,
    office: 'MEMBER' as const,
    fromOn: '2026-01-01' as LocalDate,
    toOn: null,
  })),
  { employeeId: 'emp_sec', office: 'SECRETARY', fromOn: '2026-01-01' as LocalDate, toOn: null },
];

/** Who sits, and who is away. */
export function aRoll(terms: readonly TermOfOffice[] = COMMITTEE, absences: readonly Absence[] = []): Roll {
  return { terms, absences };
}

/** A substitute for the seat of a member, in office. */
export function aSubstitute(name: string, seatOf: string): TermOfOffice {
  return {
    ...{ employeeId: `emp_${name}`, office: 'SUBSTITUTE', fromOn: '2026-01-01' as LocalDate, toOn: null },
    substituteFor: `emp_${seatOf}`,
  };
}

/** An open case of 80,000 yuan over 12 months, sold by emp_seller, investigated by emp_inv1 and emp_inv2. */
export function aCase(change: Partial<ApprovalCase> = {}): ApprovalCase {
  return {
    id: 'cas_1',
    applicationId: 'app_1',
    handoffId: 'hof_1',
    state: 'open',
    customerId: 'cus_1',
    customerType: 'INDIVIDUAL',
    salespersonId: 'emp_seller',
    purpose: 'EDUCATION',
    asked: { productId: 'prd_1', amountFen: 8_000_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' },
    report: {
      investigationId: 'inv_1',
      reportId: 'rep_1',
      reportVersion: 2,
      reportHash: 'a'.repeat(64),
      rating: 'MEDIUM',
      recommendation: 'APPROVE',
      score: 612,
      scorecardId: 'individual',
      scorecardVersion: 1,
      recommendedAmountFen: 8_000_000,
      recommendedTermMonths: 12,
      recommendedAnnualRate: '0.12',
    },
    participants: [
      { role: 'SALESPERSON', employeeId: 'emp_seller' },
      { role: 'INVESTIGATOR', employeeId: 'emp_inv1' },
      { role: 'INVESTIGATOR', employeeId: 'emp_inv2' },
    ],
    policyVersion: 3,
    policyHash: 'c'.repeat(64),
    bands: [SMALL, FULL],
    openedOn: TODAY,
    openedAt: new Date('2026-11-23T01:00:00Z'),
    dueAt: new Date('2026-11-25T01:00:00Z'),
    ...{ circulation: null, ballotDueAt: null, reschedulings: [], questions: [], reconsiders: null, newFacts: null },
    recusals: [],
    opinions: [],
    votes: [],
    veto: null,
    proposal: null,
    withdrawnReason: null,
    ...change,
  };
}

export function aVote(employeeId: string, choice: 'YES' | 'NO', reason = choice === 'YES' ? '现金流充足' : '负债过高'): Vote {
  const office = employeeId === 'emp_chair' ? 'CHAIR' : 'MEMBER';
  return { employeeId, office, seatOf: employeeId, choice, reason, at: new Date('2026-11-23T02:00:00Z') };
}

/** Votes written as `chair+ a+ b-`. */
export function votes(text: string): Vote[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => aVote(`emp_${word.slice(0, -1)}`, word.endsWith('+') ? 'YES' : 'NO'));
}
