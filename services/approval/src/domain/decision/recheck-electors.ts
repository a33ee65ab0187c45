// Who was entitled on the day of a decision (有表决权人员) is kept with it, so that years later, when people have come and gone, its quorum can still be
// counted: one vote each, one for each seat, of people in office who had no part in the loan, and nobody who was entitled left out [4.12, 7.3].
import { businessDateOf } from '@weilend/kernel';
import type { Vote } from '../case/approval-case.js';
import { seatOfTerm } from '../case/electorate.js';
import type { Elector } from '../case/electorate.js';
import type { TermOfOffice } from '../member/member.js';
import type { AuthorityBand } from '../policy/policy.js';
import type { DecisionRecord } from './recheck.js';

/** @param counted votes of people who do not stand aside @param aside who does */
export function isElectorate(record: DecisionRecord, counted: readonly Vote[], aside: ReadonlySet<string>): boolean {
  const { decision, approvalCase } = record;
  const band = approvalCase.bands.find(({ authority }) => authority === decision.authority);
  if (!band || !areVoters(record, counted)) return false;
  const { electors } = decision;
  return electors ? areElectors(record, { electors, counted, aside, band }) : isPossibleBase(record, counted, band);
}

/** One vote each, one for each seat, of people in office. */
function areVoters({ terms }: DecisionRecord, counted: readonly Vote[]): boolean {
  const voters = new Set(counted.map(({ employeeId }) => employeeId));
  const seats = new Set(counted.map(({ seatOf }) => seatOf));
  const isOf = (term: TermOfOffice, vote: Vote): boolean => term.employeeId === vote.employeeId && term.office === vote.office;
  // An office may be ended with effect from a day before the vote was looked at; nobody can vote before he was appointed.
  const held = (vote: Vote): boolean => terms.some((term) => isOf(term, vote) && term.fromOn <= businessDateOf(vote.at));
  return voters.size === counted.length && seats.size === counted.length && counted.every(held);
}

interface Named {
  readonly electors: readonly Elector[];
  readonly counted: readonly Vote[];
  readonly aside: ReadonlySet<string>;
  readonly band: AuthorityBand;
}

/** The list is of people in office, all who voted are on it, its seats are the base of the quorum, and nobody is missing. */
function areElectors(record: DecisionRecord, { electors, counted, aside, band }: Named): boolean {
  const { decision, terms } = record;
  const seats = new Set(electors.map(({ seatOf }) => seatOf));
  const isOnce = new Set(electors.map(({ employeeId }) => employeeId)).size === electors.length;
  const isListed = (vote: Vote): boolean =>
    electors.some((one) => one.employeeId === vote.employeeId && one.office === vote.office && one.seatOf === vote.seatOf && one.present);
  // Who voted before his office ended is on the list all the same: his vote shows that he sat.
  const voted = new Set(counted.map(({ employeeId }) => employeeId));
  const inOffice = (one: Elector, { fromOn, toOn }: TermOfOffice): boolean =>
    fromOn <= decision.decidedOn && (toOn === null || toOn >= decision.decidedOn || voted.has(one.employeeId));
  const sits = (one: Elector): boolean => !aside.has(one.employeeId) && terms.some((term) => isSeat(term, one) && inOffice(one, term));
  if (!isOnce || !counted.every(isListed) || !electors.every(sits)) return false;
  const { base } = decision.tally;
  if (band.authority === 'INDIVIDUAL') return base === 1 && electors.every(({ office }) => office === 'CHAIR');
  if (seatsMissing(record, seats, aside)) return false;
  return band.authority === 'SMALL' ? base === band.membersNeeded && seats.size >= base && counted.length <= base : base === seats.size;
}

function isSeat(term: TermOfOffice, elector: Elector): boolean {
  return term.employeeId === elector.employeeId && term.office === elector.office && seatOfTerm(term) === elector.seatOf;
}

/** Somebody sat before that day and after it and is not on the list. Who was appointed on the very day may have come too late. */
function seatsMissing({ decision, terms }: DecisionRecord, seats: ReadonlySet<string>, aside: ReadonlySet<string>): boolean {
  const { decidedOn } = decision;
  return terms.some(({ employeeId, office, fromOn, toOn }) => {
    const sat = fromOn < decidedOn && (toOn === null || toOn > decidedOn);
    return (office === 'CHAIR' || office === 'MEMBER') && sat && !aside.has(employeeId) && !seats.has(employeeId);
  });
}

/** Of decisions from before the list was kept: what the band makes it, and for everybody never more heads than there are nor fewer than voted. */
function isPossibleBase({ decision, terms }: DecisionRecord, counted: readonly Vote[], band: AuthorityBand): boolean {
  const { base } = decision.tally;
  if (band.authority === 'INDIVIDUAL') return base === 1;
  if (band.authority === 'SMALL') return base === band.membersNeeded && counted.length <= base;
  const voters = counted.map(({ employeeId }) => employeeId);
  const heads = terms.filter(({ office }) => office !== 'SECRETARY').map(({ employeeId }) => employeeId);
  return base >= voters.length && base <= new Set([...heads, ...voters]).size;
}
