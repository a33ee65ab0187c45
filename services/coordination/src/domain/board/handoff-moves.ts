// What can happen to a piece of work: it is opened and closed by the word of the departments, taken in hand, given to somebody, paused while it
// waits for the customer, and resumed. Closing always wins; a pause stops the ladder and moves the deadline by its working time.
import { DomainError } from '@weilend/kernel';
import type { WorkingCalendar } from '@weilend/kernel';
import { handoffMachine } from './handoff.machine.js';
import type { Handoff, HandoffClosing, HandoffParticipant, HandoffPause } from './handoff.js';
import { endPause, settled } from './handoff-time.js';
import { dueAtOf, ladderOf, withdrawLevels, withdrawnBy } from './ladder.js';
import type { EscalationRates, LadderLevel } from './ladder.js';

export interface HandoffOpening {
  readonly openedAt: Date;
  readonly deadlineMs: number;
  readonly participants: readonly HandoffParticipant[];
  readonly ownerId: string | null;
  readonly rates: EscalationRates;
  readonly calendar: WorkingCalendar;
}

/** Applies the opening; a row that is open already stays as it is, one that was closed first keeps its closing and gets its times. */
export function openHandoff(row: Handoff, opening: HandoffOpening): Handoff {
  if (row.openedAt) return row;
  const { openedAt, deadlineMs, participants, calendar } = opening;
  const levels = ladderOf(calendar, { openedAt, deadlineMs }, opening.rates);
  const opened: Handoff = {
    ...row,
    openedAt,
    deadlineMs,
    participants,
    ownerId: row.ownerId ?? opening.ownerId,
    levels,
    dueAt: dueAtOf(calendar, { openedAt, deadlineMs }),
  };
  return settled(opened, calendar);
}

/**
 * The receiver's word: always accepted, the first one counts. Levels that fired although the work was done before their moment are
 * taken back and returned. `calendar` may be null only while the opening is unknown.
 */
export function closeHandoff(
  row: Handoff,
  closing: HandoffClosing,
  context: { now: Date; calendar: WorkingCalendar | null },
): { handoff: Handoff; withdrawn: readonly LadderLevel[] } {
  if (row.closing) return { handoff: row, withdrawn: [] };
  const { calendar } = context;
  const ended = calendar && row.state === 'PAUSED' ? endPause(row, { at: closing.at, calendar }) : row;
  const withdrawn = withdrawnBy(ended.levels, closing.at);
  const closed: Handoff = { ...ended, state: closing.state, closing, levels: withdrawLevels(ended.levels, withdrawn, context.now) };
  return { handoff: settled(closed, calendar), withdrawn };
}

export function acceptHandoff(row: Handoff, employeeId: string): Handoff {
  return { ...row, state: handoffMachine.next(row.state, 'accept'), ownerId: employeeId };
}

export function assignHandoff(row: Handoff, employeeId: string): Handoff {
  return { ...row, state: handoffMachine.next(row.state, 'assign'), ownerId: employeeId };
}

/** Stops the ladder. Who pauses work that nobody has in hand takes it up. Throws REASON_MISSING, ILLEGAL_TRANSITION. */
export function pauseHandoff(row: Handoff, pause: { employeeId: string; reason: string; at: Date }): Handoff {
  const state = handoffMachine.next(row.state, 'pause');
  if (pause.reason.trim() === '') throw new DomainError('REASON_MISSING', { act: 'pause' }, 'reason');
  const added: HandoffPause = { reason: pause.reason.trim(), pausedBy: pause.employeeId, from: pause.at, to: null };
  return { ...row, state, ownerId: row.ownerId ?? pause.employeeId, pauses: [...row.pauses, added], nextLevelAt: null };
}

/** Lets the ladder go on; every moment not yet fired moves by the paused working time. */
export function resumeHandoff(row: Handoff, resume: { at: Date; calendar: WorkingCalendar }): Handoff {
  const state = handoffMachine.next(row.state, 'resume');
  return settled({ ...endPause(row, resume), state }, resume.calendar);
}
