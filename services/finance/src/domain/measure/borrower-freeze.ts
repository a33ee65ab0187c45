import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

// A freeze (冻结放款) keeps everything from a borrower that is still to be paid out: new loans, draws on those he has, and a payment that was
// released and has not left the house. It is risk's, and risk lifts it; finance only obeys.

export interface BorrowerFreeze {
  readonly id: string;
  readonly version: number;
  readonly customerId: string;
  readonly measureId: string;
  readonly alertId: string;
  readonly reason: string;
  readonly since: LocalDate;
  readonly liftedAt: Date | null;
  readonly liftedBy: string | null;
}

/** One of the freezes of a borrower is in force. */
export function isFrozen(freezes: readonly Pick<BorrowerFreeze, 'liftedAt'>[]): boolean {
  return freezes.some(({ liftedAt }) => liftedAt === null);
}

/** Throws BORROWER_FROZEN while one of the freezes of a borrower is in force. */
export function requireNotFrozen(freezes: readonly BorrowerFreeze[]): void {
  const inForce = freezes.find(({ liftedAt }) => liftedAt === null);
  if (inForce) throw new DomainError('BORROWER_FROZEN', { since: inForce.since, measureId: inForce.measureId });
}

/** Lifted once; lifting again changes nothing. */
export function liftFreeze(freeze: BorrowerFreeze, lift: { by: string; at: Date }): BorrowerFreeze {
  return freeze.liftedAt === null ? { ...freeze, liftedAt: lift.at, liftedBy: lift.by } : freeze;
}
