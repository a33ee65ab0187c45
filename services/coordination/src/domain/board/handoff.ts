// One piece of work between two departments on coordination's board: who owes it to whom, since when, until when, who has it in hand, why it
// waits. The opening and the closing word come from different departments, so either may arrive first: the row only ever gains facts.
import type { Department } from '@weilend/kernel';
import type { HandoffState } from './handoff.machine.js';
import type { LadderLevel } from './ladder.js';

/** HANDOFF: work of the topology; RESOLUTION: what a meeting decided; COLLABORATION: what anybody asked of anybody; MEETING: a record that a meeting owes. */
export type HandoffKind = 'HANDOFF' | 'RESOLUTION' | 'COLLABORATION' | 'MEETING';
export type ClosingState = Extract<HandoffState, 'COMPLETED' | 'RETURNED' | 'RECALLED'>;

export interface HandoffParticipant {
  readonly role: string;
  readonly employeeId: string;
}

export interface HandoffPause {
  readonly reason: string;
  readonly pausedBy: string;
  readonly from: Date;
  /** Null while it lasts. */
  readonly to: Date | null;
}

export interface HandoffClosing {
  readonly state: ClosingState;
  /** Business time at which the receiving department closed the work. */
  readonly at: Date;
  readonly code: string | null;
  readonly reasons: readonly string[];
}

export interface Handoff {
  readonly id: string;
  readonly version: number;
  readonly kind: HandoffKind;
  readonly type: string;
  readonly from: Department;
  readonly to: Department;
  readonly subject: string;
  readonly state: HandoffState;
  readonly ownerId: string | null;
  readonly participants: readonly HandoffParticipant[];
  /** Null while only the closing word is known. */
  readonly openedAt: Date | null;
  /** Working time that was given, in milliseconds. */
  readonly deadlineMs: number | null;
  readonly dueAt: Date | null;
  readonly levels: readonly LadderLevel[];
  /** Moment of the next level that may fire; null when closed or paused, so that the sweeper finds nothing. */
  readonly nextLevelAt: Date | null;
  readonly pauses: readonly HandoffPause[];
  /** Working time of ended pauses, in milliseconds. */
  readonly pausedMs: number;
  readonly closing: HandoffClosing | null;
  /** Working time from opening to closing without pauses, in milliseconds. */
  readonly workedMs: number | null;
}

export interface HandoffIdentity {
  readonly id: string;
  readonly kind: HandoffKind;
  readonly type: string;
  readonly from: Department;
  readonly to: Department;
  readonly subject: string;
}

/** A row nobody has opened yet. */
export function blankHandoff(identity: HandoffIdentity): Handoff {
  const nothing = { ownerId: null, participants: [], openedAt: null, deadlineMs: null, dueAt: null, levels: [], nextLevelAt: null };
  return { ...identity, version: 0, state: 'OPEN', ...nothing, pauses: [], pausedMs: 0, closing: null, workedMs: null };
}

/** Work that is neither closed nor waiting for its opening. */
export function isRunning(row: Handoff): boolean {
  return row.openedAt !== null && (row.state === 'OPEN' || row.state === 'ACCEPTED');
}

/** Late now: the deadline has passed and the work neither is closed nor waits in a pause. */
export function isOverdue(row: Handoff, now: Date): boolean {
  return isRunning(row) && row.dueAt !== null && row.dueAt.getTime() < now.getTime();
}

/** So late that both managers were told: flagged on the board. */
export function isFlagged(row: Handoff): boolean {
  return row.levels.some((level) => level.level >= 2 && level.firedAt !== null && level.withdrawnAt === null);
}
