import { daysBetween, DomainError, refuseAll } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Employee } from './employee.js';
import { leaveMachine } from './leave.machine.js';
import type { LeaveState } from './leave.machine.js';
import { checkText } from './wording.js';

/**
 * A leave (请假): from day to day, of a kind, with a colleague of the same department who stands in (代理人). Nobody is on leave twice on one day,
 * nobody stands in while he is on leave himself, and nobody grants his own.
 */
export interface Leave {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  /** Who leads the person when it is asked for, or has come to lead him before it was decided: he decides, or hr does. */
  readonly managerId: string | null;
  readonly kind: LeaveKind;
  readonly from: LocalDate;
  /** The last day. */
  readonly to: LocalDate;
  readonly standInId: string | null;
  readonly reason: string | null;
  readonly state: LeaveState;
  readonly requestedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
}

export const LEAVE_KINDS = ['ANNUAL', 'SICK', 'PERSONAL', 'MARRIAGE', 'MATERNITY', 'PATERNITY', 'BEREAVEMENT', 'OTHER'] as const;
export type LeaveKind = (typeof LEAVE_KINDS)[number];

/** Days, in force on the date of the request. */
export interface LeaveRules {
  readonly longestDays: number;
  /** A leave that began may be written down so many days later: who falls ill asks afterwards. */
  readonly lateDays: number;
}

type Asked = Pick<Leave, 'id' | 'kind' | 'from' | 'to' | 'reason' | 'requestedAt'>;
type Period = Pick<Leave, 'from' | 'to' | 'employeeId' | 'standInId'>;

/** Who is concerned: the person, who stands in, and the open leaves of both that touch the period. */
export interface LeaveFacts {
  readonly person: Employee;
  readonly standIn: Employee | null;
  /** The colleague who was named, whether or not there is such a person. */
  readonly standInId: string | null;
  readonly overlapping: readonly Period[];
}

/** Checks a request; reports every wrong field at once. */
export function requestLeave(asked: Asked, facts: LeaveFacts, rules: LeaveRules & { today: LocalDate }): Leave {
  const { person, standInId } = facts;
  if (!person.active) throw new DomainError('EMPLOYEE_LEFT', { employeeNo: person.employeeNo });
  refuseAll([...wrongPeriod(asked, person, rules), ...(asked.reason === null ? [] : checkText(asked.reason, 500, 'reason'))]);
  refuseAll([...takenTwice(facts), ...wrongStandIn(facts)]);
  const undecided = { state: leaveMachine.initial, decidedBy: null, decidedAt: null, decisionReason: null };
  return { ...asked, ...undecided, version: 0, employeeId: person.id, managerId: person.managerId, standInId };
}

export interface LeaveDecision {
  readonly approve: boolean;
  readonly reason: string | null;
  readonly by: { readonly employeeId: string; readonly forHr: boolean };
  readonly at: Date;
}

/** Grants or refuses; a refusal says why. Who stands in must still be able to. */
export function decideLeave(leave: Leave, decision: LeaveDecision, facts: LeaveFacts): Leave {
  const { approve, reason, by, at } = decision;
  if (by.employeeId === leave.employeeId) throw new DomainError('OWN_LEAVE_DECISION');
  if (!by.forHr && by.employeeId !== leave.managerId) throw new DomainError('NOT_FOUND', { noun: 'leave', id: leave.id });
  const state = leaveMachine.next(leave.state, approve ? 'approve' : 'reject');
  if (!approve && reason === null) throw new DomainError('REASON_MISSING', {}, 'reason');
  if (reason !== null) refuseAll(checkText(reason, 500, 'reason'));
  if (approve) refuseAll(wrongStandIn(facts));
  return { ...leave, state, decidedBy: by.employeeId, decidedAt: at, decisionReason: reason };
}

/** Calls a leave off: the person himself, who leads him, or hr, until its last day. */
export function cancelLeave(leave: Leave, by: LeaveDecision['by'], on: { today: LocalDate; at: Date }): Leave {
  if (!by.forHr && by.employeeId !== leave.employeeId && by.employeeId !== leave.managerId)
    throw new DomainError('NOT_FOUND', { noun: 'leave', id: leave.id });
  const state = leaveMachine.next(leave.state, 'cancel');
  if (leave.to < on.today) throw new DomainError('LEAVE_OVER', { to: leave.to });
  return { ...leave, state, decidedBy: by.employeeId, decidedAt: on.at };
}

function wrongPeriod({ from, to }: Asked, person: Employee, rules: LeaveRules & { today: LocalDate }): DomainError[] {
  if (to < from) return [new DomainError('LEAVE_PERIOD', {}, 'to')];
  const found: DomainError[] = [];
  const { longestDays, lateDays, today } = rules;
  if (daysBetween(from, to) + 1 > longestDays) found.push(new DomainError('LEAVE_TOO_LONG', { longestDays }, 'to'));
  if (from < person.hiredOn) found.push(new DomainError('LEAVE_BEFORE_HIRING', { hiredOn: person.hiredOn }, 'from'));
  else if (daysBetween(from, today) > lateDays) found.push(new DomainError('LEAVE_TOO_LATE', { lateDays }, 'from'));
  return found;
}

function takenTwice({ person, overlapping }: LeaveFacts): DomainError[] {
  const own = overlapping.find((one) => one.employeeId === person.id);
  if (own) return [new DomainError('LEAVE_OVERLAPS', { from: own.from, to: own.to }, 'from')];
  const promised = overlapping.find((one) => one.standInId === person.id);
  return promised ? [new DomainError('LEAVE_STANDS_IN', { from: promised.from, to: promised.to }, 'from')] : [];
}

function wrongStandIn({ person, standIn, standInId, overlapping }: LeaveFacts): DomainError[] {
  if (standInId === null) return [];
  const fits = standIn?.active === true && standIn.id !== person.id && standIn.department === person.department;
  if (!fits) return [new DomainError('STAND_IN_UNFIT', {}, 'standInId')];
  const away = overlapping.some((one) => one.employeeId === standInId);
  return away ? [new DomainError('STAND_IN_AWAY', {}, 'standInId')] : [];
}
