// A sitting of the committee (贷审会会议) is called for a moment with an agenda of open cases and an invitation to everybody who has a seat. It opens
// when enough of them are there for at least one case; a case without its quorum goes to the next sitting instead. It ends with minutes that say
// what became of each case. Circulated votes need no sitting; a case may be on one agenda at a time [4.12].
import { defineMachine, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { seatOfTerm } from '../case/electorate.js';
import type { Electorate } from '../case/electorate.js';
import type { Result } from '../decision/decide.js';
import { mayVote, servesOn } from '../member/member.js';
import type { Office, TermOfOffice } from '../member/member.js';
import { page, textList } from '../minutes/html.js';
import { leastCount } from '../policy/fraction.js';

export const SESSION_STATES = ['called', 'open', 'closed', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export const sessionMachine = defineMachine<SessionState, 'take' | 'open' | 'cancel' | 'close'>({
  name: 'CommitteeSession',
  initial: 'called',
  states: {
    called: { take: 'called', open: 'open', cancel: 'cancelled' },
    open: { take: 'open', close: 'closed' },
    closed: {},
    cancelled: {},
  },
});

export interface Invitation {
  readonly employeeId: string;
  readonly office: Office;
}

export interface CommitteeSession {
  readonly id: string;
  readonly state: SessionState;
  readonly heldAt: Date;
  readonly openedBy: string;
  /** Case ids in the order of the agenda. */
  readonly agenda: readonly string[];
  readonly invited: readonly Invitation[];
  /** Who came; null before the sitting opened, and for sittings from before attendance was kept. */
  readonly present: readonly string[] | null;
  /** Cases that were taken off the agenda to another sitting. */
  readonly moved: readonly string[];
  readonly cancelledReason: string | null;
  readonly closedAt: Date | null;
  readonly outcomes: readonly AgendaOutcome[];
  readonly minutesHtml: string | null;
}

/** What became of one case of the agenda. */
export interface AgendaOutcome {
  readonly caseId: string;
  readonly applicationId: string;
  readonly result: Result | 'WITHDRAWN' | 'RETURNED' | 'CARRIED_OVER';
}

/** Throws AGENDA_EMPTY, AGENDA_CASE_CLOSED or AGENDA_CASE_TAKEN. `openCases` and `taken` are those of the agenda that are open, or on another open agenda. */
export function checkAgenda(agenda: readonly string[], openCases: readonly string[], taken: readonly string[]): void {
  if (agenda.length === 0) throw new DomainError('AGENDA_EMPTY', {}, 'caseIds');
  const closed = agenda.filter((caseId) => !openCases.includes(caseId));
  if (closed.length > 0) throw new DomainError('AGENDA_CASE_CLOSED', { cases: closed }, 'caseIds');
  const elsewhere = agenda.filter((caseId) => taken.includes(caseId));
  if (elsewhere.length > 0) throw new DomainError('AGENDA_CASE_TAKEN', { cases: elsewhere }, 'caseIds');
}

/** Everybody with a seat, substitutes and secretaries too, on the day of the sitting. */
export function invitationsFor(terms: readonly TermOfOffice[], on: LocalDate): Invitation[] {
  return terms.filter((term) => servesOn(term, on)).map(({ employeeId, office }) => ({ employeeId, office }));
}

/** Who was called, and who has been given a seat since then: a substitute appointed after the call comes to the sitting that he was appointed for. */
export function invitedNow(called: readonly Invitation[], today: readonly Invitation[]): Invitation[] {
  const isCalled = ({ employeeId }: Invitation): boolean => called.some((one) => one.employeeId === employeeId);
  return [...called, ...today.filter((one) => !isCalled(one))];
}

/** Who of the invited comes when nobody says: all but the secretaries and those who are away. */
export function expected(invited: readonly Invitation[], away: readonly string[]): string[] {
  return invited.filter((one) => mayVote(one as TermOfOffice) && !away.includes(one.employeeId)).map((one) => one.employeeId);
}

/** Enough seats of this case are in the room, or have voted already. */
export function quorateInRoom(electorate: Electorate | null, present: readonly string[]): boolean {
  if (electorate === null) return false;
  const { band, base, members, votes } = electorate;
  const there = members.filter((term) => present.includes(term.employeeId)).map(seatOfTerm);
  const seats = new Set([...there, ...votes.map((vote) => vote.seatOf)]).size;
  return seats >= leastCount(band.quorum, base);
}

/** Opens a sitting; `quorate` are the cases that can be dealt with in this room. Throws ILLEGAL_TRANSITION, NOT_INVITED or QUORUM_AT_OPENING. */
export function openSession<S extends CommitteeSession>(session: S, present: readonly string[], quorate: readonly string[]): S {
  const state = sessionMachine.next(session.state, 'open');
  const strangers = present.filter((employeeId) => !session.invited.some((one) => one.employeeId === employeeId));
  if (strangers.length > 0) throw new DomainError('NOT_INVITED', { people: strangers }, 'present');
  const agenda = session.agenda.filter((caseId) => quorate.includes(caseId));
  if (agenda.length === 0) throw new DomainError('QUORUM_AT_OPENING', { present: present.length });
  const moved = [...session.moved, ...session.agenda.filter((caseId) => !quorate.includes(caseId))];
  return { ...session, state, present: [...present], agenda, moved };
}

/** Takes one more case on the agenda of a sitting. Throws ILLEGAL_TRANSITION. */
export function takeCase<S extends CommitteeSession>(session: S, caseId: string): S {
  const state = sessionMachine.next(session.state, 'take');
  return { ...session, state, agenda: [...session.agenda.filter((one) => one !== caseId), caseId] };
}

/** A case leaves the agenda for another sitting. Throws ILLEGAL_TRANSITION. */
export function moveAway<S extends CommitteeSession>(session: S, caseId: string): S {
  const state = sessionMachine.next(session.state, 'take');
  return { ...session, state, agenda: session.agenda.filter((one) => one !== caseId), moved: [...session.moved, caseId] };
}

/** Throws ILLEGAL_TRANSITION or REASON_REQUIRED. */
export function cancelSession<S extends CommitteeSession>(session: S, reason: string): S {
  const state = sessionMachine.next(session.state, 'cancel');
  if (reason.trim() === '') throw new DomainError('REASON_REQUIRED', {}, 'reason');
  return { ...session, state, cancelledReason: reason.trim(), agenda: [], moved: [...session.moved, ...session.agenda] };
}

/** Closes the sitting with its minutes. Throws ILLEGAL_TRANSITION. */
export function closeSession<S extends CommitteeSession>(session: S, outcomes: readonly AgendaOutcome[], closedAt: Date): S {
  const state = sessionMachine.next(session.state, 'close');
  return { ...session, state, closedAt, outcomes, minutesHtml: sessionMinutes(session, outcomes) };
}

export const AGENDA_OUTCOMES = {
  APPROVED: '同意',
  CONDITIONAL: '有条件同意',
  REJECTED: '不同意',
  WITHDRAWN: '申请撤回',
  RETURNED: '退回补充调查',
  CARRIED_OVER: '延至下次会议',
} as const;

function sessionMinutes(session: CommitteeSession, outcomes: readonly AgendaOutcome[]): string {
  const items = outcomes.map((one) => `${one.caseId}（申请 ${one.applicationId}）：${AGENDA_OUTCOMES[one.result]}`);
  const moved = session.moved.map((caseId) => `${caseId}：${AGENDA_OUTCOMES.CARRIED_OVER}（法定人数不足）`);
  const body = [
    ['出席', textList(session.present ?? [], '未记录')],
    ['议程与结果', textList(items, '无议题')],
    ...(moved.length > 0 ? [['改期', textList(moved, '无')] as const] : []),
  ];
  return page(`贷款审批委员会会议纪要 ${session.id}`, body.map(([title, content]) => `<h2>${title}</h2>${content}`).join(''));
}
