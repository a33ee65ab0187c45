// Who may look at which work on the board: those who oversee the company see all of it, a department sees what it gave and what it received, a
// salesperson sees the work on his own applications. Rows name people by number only.
import type { Department } from '@weilend/kernel';

export interface BoardReader {
  readonly employeeId: string;
  readonly department: Department | null;
  readonly seesAll: boolean;
  /** Salespeople: only work that names them. */
  readonly ownOnly: boolean;
}

export interface ScopedWork {
  readonly from: Department;
  readonly to: Department;
  readonly ownerId: string | null;
  readonly participants: readonly { readonly employeeId: string }[];
}

/** A salesperson without another role sees and moves only the work that names him. */
export function isOwnOnly(roles: readonly string[]): boolean {
  return roles.every((role) => role === 'salesperson');
}

export function mayRead(work: ScopedWork, reader: BoardReader): boolean {
  if (reader.seesAll || names(work, reader.employeeId)) return true;
  return !reader.ownOnly && (work.from === reader.department || work.to === reader.department);
}

/** The work on one application is read as a whole: whoever may read one piece of it sees how far the others are. */
export function mayReadSubject(rows: readonly ScopedWork[], reader: BoardReader): boolean {
  return rows.some((row) => mayRead(row, reader));
}

function names(work: ScopedWork, employeeId: string): boolean {
  return work.ownerId === employeeId || work.participants.some((participant) => participant.employeeId === employeeId);
}
