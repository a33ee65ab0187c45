import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { wordsForOthers } from '../application/information-requests.js';

/**
 * How somebody works some months after a training (工作表现评定): training asks his superior for a mark of 1 to 5 with what he has observed,
 * until a day [6.8]. When nothing can be observed, or the person has left, the question goes back with the reason.
 */
export interface JobMark {
  readonly id: string;
  readonly version: number;
  /** Training's work for us that the mark completes. */
  readonly handoffId: string;
  readonly sessionId: string;
  readonly employeeId: string;
  readonly supervisorId: string;
  readonly dueOn: LocalDate;
  /** The same day while it is open, otherwise null. */
  readonly owedOn: LocalDate | null;
  readonly receivedAt: Date;
  readonly state: 'OPEN' | 'MARKED' | 'RETURNED';
  readonly mark: number | null;
  readonly facts: readonly string[];
  readonly returnReason: string | null;
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
}

export interface JobMarkAct {
  readonly by: string;
  readonly at: Date;
  /** The manager of the department stands in for a superior who cannot. */
  readonly isManager: boolean;
}

const MOST_FACTS = 10;

export function receiveJobMark(
  asked: Pick<JobMark, 'id' | 'handoffId' | 'sessionId' | 'employeeId' | 'supervisorId' | 'dueOn' | 'receivedAt'>,
): JobMark {
  return {
    ...{ ...asked, version: 0, owedOn: asked.dueOn, state: 'OPEN', mark: null, facts: [], returnReason: null, closedBy: null },
    closedAt: null,
  };
}

/** The mark with at least one observed fact. Throws JOB_MARK_CLOSED, JOB_MARK_NOT_YOURS, JOB_MARK_INVALID or JOB_MARK_FACTS_MISSING. */
export function giveJobMark(asked: JobMark, given: { readonly mark: number; readonly facts: readonly string[] }, act: JobMarkAct): JobMark {
  refuseOthers(asked, act);
  if (!Number.isInteger(given.mark) || given.mark < 1 || given.mark > 5) throw new DomainError('JOB_MARK_INVALID', {}, 'mark');
  if (given.facts.length === 0 || given.facts.length > MOST_FACTS)
    throw new DomainError('JOB_MARK_FACTS_MISSING', { most: MOST_FACTS }, 'facts');
  const facts = given.facts.map((fact) => wordsForOthers(fact, 'facts'));
  return { ...closed(asked, 'MARKED', act), mark: given.mark, facts };
}

/** Nothing can be said about it. */
export function returnJobMark(asked: JobMark, reason: string, act: JobMarkAct): JobMark {
  refuseOthers(asked, act);
  return { ...closed(asked, 'RETURNED', act), returnReason: wordsForOthers(reason, 'reason') };
}

/** The person has left, or was excused by training: whoever was to mark him need not. */
export function endJobMark(asked: JobMark, reason: string, at: Date): JobMark {
  return { ...asked, state: 'RETURNED', owedOn: null, returnReason: reason, closedAt: at };
}

function refuseOthers(asked: JobMark, { by, isManager }: JobMarkAct): void {
  if (asked.state !== 'OPEN') throw new DomainError('JOB_MARK_CLOSED', {}, 'jobMarkId');
  if (by === asked.employeeId || (by !== asked.supervisorId && !isManager))
    throw new DomainError('JOB_MARK_NOT_YOURS', { supervisorId: asked.supervisorId }, 'jobMarkId');
}

const closed = (asked: JobMark, state: 'MARKED' | 'RETURNED', { by, at }: JobMarkAct): JobMark => ({
  ...{ ...asked, state, owedOn: null, closedBy: by, closedAt: at },
});
