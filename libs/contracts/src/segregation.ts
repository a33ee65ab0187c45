import { DomainError } from '@weilend/kernel';
import type { Participant, ParticipantRole } from './fields.js';

/** Roles that one person may not combine on one application (审贷分离) [4.11-4.13, 7.3]. */
const APART: readonly (readonly [ParticipantRole, ParticipantRole])[] = [
  ['SALESPERSON', 'INVESTIGATOR'],
  ['SALESPERSON', 'VOTER'],
  ['SALESPERSON', 'PAYMENT_MAKER'],
  ['SALESPERSON', 'PAYMENT_CHECKER'],
  ['INVESTIGATOR', 'VOTER'],
  ['INVESTIGATOR', 'CONTRACT_SIGNER'],
  ['INVESTIGATOR', 'PAYMENT_MAKER'],
  ['INVESTIGATOR', 'PAYMENT_CHECKER'],
  ['VOTER', 'CONTRACT_SIGNER'],
  ['VOTER', 'PAYMENT_MAKER'],
  ['VOTER', 'PAYMENT_CHECKER'],
  ['CONTRACT_SIGNER', 'PAYMENT_MAKER'],
  ['CONTRACT_SIGNER', 'PAYMENT_CHECKER'],
  ['PAYMENT_MAKER', 'PAYMENT_CHECKER'],
];

/**
 * The one shared business rule: refuses to appoint a person to a second role that must be held apart.
 * Throws DomainError SEGREGATION_OF_DUTIES naming the role already held.
 */
export function checkSegregation(participants: readonly Participant[], appointed: Participant): void {
  const held = participants.find((other) => other.employeeId === appointed.employeeId && mustBeApart(other.role, appointed.role));
  if (held) throw new DomainError('SEGREGATION_OF_DUTIES', { role: appointed.role, alreadyHeld: held.role });
}

function mustBeApart(a: ParticipantRole, b: ParticipantRole): boolean {
  return APART.some(([left, right]) => (left === a && right === b) || (left === b && right === a));
}
