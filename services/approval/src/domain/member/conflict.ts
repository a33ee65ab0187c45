// Who is related to a customer, works for him or has money in him may not decide his loan. A member declares such a tie, or the secretary records
// it; from then until it is ended every case of that customer has the member recused, without anybody having to remember [4.12, 7.3, gate G4].
import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

export const CONFLICT_KINDS = ['RELATIVE', 'EMPLOYMENT', 'FINANCIAL_INTEREST', 'GUARANTEE', 'OTHER'] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

export interface DeclaredConflict {
  readonly id: string;
  readonly employeeId: string;
  readonly customerId: string;
  readonly kind: ConflictKind;
  readonly recordedBy: string;
  readonly fromOn: LocalDate;
  /** Last day; null while it lasts. */
  readonly endedOn: LocalDate | null;
  readonly endedReason: string | null;
}

/** Throws CONFLICT_KNOWN when the tie is on record and lasts. */
export function checkConflict(wanted: Pick<DeclaredConflict, 'employeeId' | 'customerId'>, others: readonly DeclaredConflict[]): void {
  const known = others.some((one) => one.employeeId === wanted.employeeId && one.customerId === wanted.customerId && one.endedOn === null);
  if (known) throw new DomainError('CONFLICT_KNOWN');
}

/** Nobody ends his own. Throws CONFLICT_ENDED, CONFLICT_OWN or REASON_REQUIRED. */
export function endConflict<C extends DeclaredConflict>(
  conflict: C,
  by: string,
  end: { readonly on: LocalDate; readonly reason: string },
): C {
  if (conflict.endedOn !== null) throw new DomainError('CONFLICT_ENDED', { on: conflict.endedOn });
  if (conflict.employeeId === by) throw new DomainError('CONFLICT_OWN');
  if (end.reason.trim() === '') throw new DomainError('REASON_REQUIRED', {}, 'reason');
  return { ...conflict, endedOn: end.on, endedReason: end.reason.trim() };
}

/** On its last day a tie still counts. */
export function lasts({ fromOn, endedOn }: Pick<DeclaredConflict, 'fromOn' | 'endedOn'>, on: LocalDate): boolean {
  return fromOn <= on && (endedOn === null || on <= endedOn);
}
