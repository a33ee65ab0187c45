import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import type { Investigation } from '../domain/investigation/investigation.js';

/** Who may see any investigation in full because it is his job to supervise them. */
const SUPERVISORS = ['risk-manager', 'compliance-officer'];

/** Throws NOT_FOUND for somebody who neither investigates nor supervises: he does not even learn that it exists [3.7]. */
export function requireViewer(actor: Actor, investigation: Investigation): void {
  const sees =
    actor.kind === 'employee' &&
    (investigation.investigatorIds.includes(actor.employeeId) || actor.roles.some((role) => SUPERVISORS.includes(role)));
  if (!sees) throw new DomainError('NOT_FOUND', { noun: 'investigation', id: investigation.id });
}
