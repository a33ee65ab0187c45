import { DomainError } from '@weilend/kernel';
import { writtenText } from '../checks/written-text.js';

// A conflict of interest (利益冲突): an employee who is close to a customer does not investigate him. Everybody declares it himself, by the
// customer's id and the kind of relation; the risk manager may exclude somebody who did not. It holds until the risk manager ends it, and
// what was declared stays readable for good.

export const CONFLICT_RELATIONS = ['SELF', 'SPOUSE', 'RELATIVE', 'FRIEND', 'BUSINESS', 'OTHER'] as const;
export type ConflictRelation = (typeof CONFLICT_RELATIONS)[number];

export interface ConflictDeclaration {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  readonly customerId: string;
  readonly relation: ConflictRelation;
  /** In words, without numbers of persons; encrypted at rest. */
  readonly reason: string;
  /** The employee himself, or the risk manager who excluded him. */
  readonly declaredBy: string;
  readonly declaredAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly endedReason: string | null;
}

export type NewConflict = Pick<
  ConflictDeclaration,
  'id' | 'employeeId' | 'customerId' | 'relation' | 'reason' | 'declaredBy' | 'declaredAt'
>;

const CUSTOMER = /^cus_[0-9a-z]{26}$/;

/** Throws CONFLICT_CUSTOMER_UNKNOWN for what is no customer's id, CONFLICT_ALREADY_DECLARED, or a text refusal. */
export function declareConflict(declared: NewConflict, inForce: readonly ConflictDeclaration[]): ConflictDeclaration {
  const { employeeId, customerId } = declared;
  if (!CUSTOMER.test(customerId)) throw new DomainError('CONFLICT_CUSTOMER_UNKNOWN', {}, 'customerId');
  if (inForce.some((one) => one.employeeId === employeeId && one.customerId === customerId && one.endedAt === null))
    throw new DomainError('CONFLICT_ALREADY_DECLARED', {}, 'customerId');
  const reason = writtenText(declared.reason, 'reason', 4);
  return { ...declared, reason, version: 0, endedAt: null, endedBy: null, endedReason: null };
}

/** It holds no more. Throws CONFLICT_ENDED, CONFLICT_OWN when somebody ends his own, or a text refusal. */
export function endConflict(conflict: ConflictDeclaration, end: { at: Date; by: string; reason: string }): ConflictDeclaration {
  if (conflict.endedAt !== null) throw new DomainError('CONFLICT_ENDED');
  if (conflict.employeeId === end.by) throw new DomainError('CONFLICT_OWN');
  return { ...conflict, endedAt: end.at, endedBy: end.by, endedReason: writtenText(end.reason, 'reason', 4) };
}

/** Who may not work on these customers. */
export function conflicted(conflicts: readonly ConflictDeclaration[], customerIds: readonly string[]): ReadonlySet<string> {
  return new Set(conflicts.filter((one) => one.endedAt === null && customerIds.includes(one.customerId)).map((one) => one.employeeId));
}
