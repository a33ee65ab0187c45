import type { ApprovalCase } from '../case/approval-case.js';
import type { Absence, TermOfOffice } from '../member/member.js';
import type { AuthorityBand } from '../policy/policy.js';

/**
 * What the bylaws say of a vote, written down once more from their text and not from the code under test: whole numbers only, no function of the
 * domain. Votes are told apart by the history the test kept itself.
 */
export interface Cast {
  readonly who: string;
  readonly seat: string;
  readonly yes: boolean;
}

export interface Facts {
  readonly terms: readonly TermOfOffice[];
  readonly absences: readonly Absence[];
  readonly approvalCase: ApprovalCase;
  readonly today: string;
  readonly casts: readonly Cast[];
  readonly vetoBy: string | null;
}

export interface Verdict {
  readonly outcome: 'NOBODY' | 'TOO_FEW' | 'NO_QUORUM' | 'TIE_BACK' | 'YES' | 'NO';
  readonly band: AuthorityBand | null;
}

export function bylaws(facts: Facts): Verdict {
  const barred = barredPeople(facts.approvalCase);
  const counted = facts.casts.filter((cast) => !barred.has(cast.who));
  const serving = facts.terms.filter(
    (term) => String(term.fromOn) <= facts.today && (term.toOn === null || facts.today <= String(term.toOn)),
  );
  const away = new Set(facts.absences.filter((one) => String(one.fromOn) <= facts.today && facts.today <= String(one.toOn)).map(idOf));
  const seated = serving.filter((term) => term.office === 'CHAIR' || term.office === 'MEMBER');
  const chairs = seated.filter((term) => term.office === 'CHAIR').map(idOf);
  const chairFree = chairs.some((chair) => !barred.has(chair) && !away.has(chair));
  const chairVotes = counted.filter(
    (cast) => cast.seat === cast.who && facts.terms.some((t) => t.office === 'CHAIR' && t.employeeId === cast.who),
  );
  // Who began to vote while the chair was away keeps the case, where there is anybody above the chair.
  const othersBegan = chairVotes.length === 0 && counted.length > 0 && facts.approvalCase.bands.length > 1;
  const chairDecides = chairVotes.length > 0 || (chairFree && !othersBegan);
  const band = facts.approvalCase.bands.find((one) => one.authority !== 'INDIVIDUAL' || chairDecides) ?? null;
  if (band === null) return { outcome: 'NOBODY', band };
  if (band.authority === 'INDIVIDUAL') return single(band, chairVotes, facts);
  const helped = serving.filter((term) => {
    const seat = term.substituteFor ?? '';
    const isSeat = seated.some((one) => one.employeeId === seat);
    return (
      term.office === 'SUBSTITUTE' &&
      isSeat &&
      (barred.has(seat) || away.has(seat)) &&
      !barred.has(term.employeeId) &&
      !away.has(term.employeeId)
    );
  });
  const votedSeats = counted.map((cast) => cast.seat);
  const strong = new Set([
    ...seated.map(idOf).filter((id) => !barred.has(id) && !away.has(id)),
    ...helped.map((t) => t.substituteFor),
    ...votedSeats,
  ]);
  if (strong.size < band.membersNeeded) return { outcome: 'TOO_FEW', band };
  const seats = new Set([...seated.map(idOf).filter((id) => !barred.has(id)), ...helped.map((t) => t.substituteFor), ...votedSeats]);
  return counting(band, counted, { base: band.authority === 'SMALL' ? band.membersNeeded : seats.size, facts });
}

function single(band: AuthorityBand, votes: readonly Cast[], facts: Facts): Verdict {
  return counting(band, votes, { base: 1, facts });
}

/** cast/base >= quorum and yes/cast >= majority, multiplied out. */
function counting(band: AuthorityBand, votes: readonly Cast[], { base, facts }: { base: number; facts: Facts }): Verdict {
  const yes = votes.filter((cast) => cast.yes).length;
  const quorate = votes.length > 0 && votes.length * band.quorum.denominator >= band.quorum.numerator * base;
  if (!quorate) return { outcome: 'NO_QUORUM', band };
  if (2 * yes === votes.length && band.tie === 'RETURN') return { outcome: 'TIE_BACK', band };
  const passes = yes * band.majority.denominator >= band.majority.numerator * votes.length;
  const vetoed = facts.vetoBy !== null && !barredPeople(facts.approvalCase).has(facts.vetoBy);
  return { outcome: passes && !vetoed ? 'YES' : 'NO', band };
}

function barredPeople({ recusals, participants }: ApprovalCase): Set<string> {
  return new Set([...recusals.map(idOf), ...participants.filter((one) => one.role !== 'VOTER').map(idOf)]);
}

function idOf(one: { readonly employeeId: string }): string {
  return one.employeeId;
}
