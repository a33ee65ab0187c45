import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { wordsForOthers } from '../application/information-requests.js';
import { requireReason } from '../customer/correction.js';
import { securityTaskMachine } from './security-task.machine.js';
import type { SecurityTaskState } from './security-task.machine.js';

// Risk asks for more security from a customer (追加担保): a guarantor, a pledge, a mortgage. The customer's salesperson gets it and shows the
// paper, or gives the task back and says why it cannot be had.

export const SECURITY_KINDS = ['GUARANTOR', 'PLEDGE', 'MORTGAGE', 'OTHER'] as const;
export type SecurityKind = (typeof SECURITY_KINDS)[number];

export interface SecurityEvidence {
  readonly kind: SecurityKind;
  readonly text: string;
  readonly fileId: string;
  readonly sha256: string;
}

export interface SecurityTask {
  readonly id: string;
  readonly version: number;
  readonly measureId: string;
  readonly alertId: string;
  readonly handoffId: string;
  readonly customerId: string;
  readonly applicationId: string | null;
  readonly loanId: string | null;
  /** Whose customer it is. */
  readonly ownerId: string;
  /** The day until which it is owed; null when it has ended. */
  readonly dueOn: LocalDate | null;
  /** Why risk wants it. */
  readonly reason: string;
  readonly state: SecurityTaskState;
  readonly openedAt: Date;
  readonly evidence: SecurityEvidence | null;
  readonly returnReason: string | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
}

export type NewSecurityTask = Omit<SecurityTask, 'version' | 'state' | 'evidence' | 'returnReason' | 'endedBy' | 'endedAt'>;

export function openSecurityTask(task: NewSecurityTask): SecurityTask {
  const open = { state: securityTaskMachine.initial, evidence: null, returnReason: null, endedBy: null, endedAt: null };
  return { ...task, version: 0, ...open };
}

/** The security is there. Throws SECURITY_EVIDENCE_MISSING, ILLEGAL_TRANSITION or a text refusal. */
export function secureTask(task: SecurityTask, evidence: SecurityEvidence, by: string, at: Date): SecurityTask {
  const state = securityTaskMachine.next(task.state, 'complete');
  if (evidence.fileId === '' || evidence.sha256 === '') throw new DomainError('SECURITY_EVIDENCE_MISSING', {}, 'fileId');
  const text = wordsForOthers(evidence.text, 'text');
  return { ...task, state, evidence: { ...evidence, text }, endedBy: by, endedAt: at, dueOn: null };
}

/** It cannot be had, and why. Throws ILLEGAL_TRANSITION, REASON_REQUIRED or a text refusal. */
export function returnTask(task: SecurityTask, reason: string, by: string, at: Date): SecurityTask {
  const state = securityTaskMachine.next(task.state, 'return');
  const returnReason = wordsForOthers(requireReason(reason), 'reason');
  return { ...task, state, returnReason, endedBy: by, endedAt: at, dueOn: null };
}
