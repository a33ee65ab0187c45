import { DomainError, invariant } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { DisbursementOrder, OrderParticipant } from './order.js';

// A payment that is taken back after it was made (放款冲正): the bank sent the money back, or it was paid in error and has come back since. One person proposes
// it with the bank's number of the money that came back, another confirms it; only then is the loan no more. What was paid once is never paid again on
// the same contract: the customer applies anew.

export const REVERSAL_CAUSES = ['BANK_RETURNED', 'PAID_IN_ERROR'] as const;
export type ReversalCause = (typeof REVERSAL_CAUSES)[number];

export interface Reversal {
  readonly state: 'PROPOSED' | 'CONFIRMED';
  readonly cause: ReversalCause;
  readonly reason: string;
  /** The bank's number of the transaction by which the money came back. */
  readonly bankReference: string;
  readonly proposedBy: string;
  readonly proposedOn: LocalDate;
  readonly confirmedBy: string | null;
  readonly confirmedOn: LocalDate | null;
}

type Proposal = Pick<Reversal, 'cause' | 'reason' | 'bankReference' | 'proposedBy' | 'proposedOn'>;

/** Throws DomainError NOT_PAID_OUT, REVERSAL_PENDING, DISBURSEMENT_REVERSED, DISBURSEMENT_REVERSAL_INCOMPLETE. */
export function proposeReversal(order: DisbursementOrder, proposal: Proposal): DisbursementOrder {
  if (order.state !== 'PAID') throw new DomainError('NOT_PAID_OUT', { state: order.state });
  if (order.reversal?.state === 'PROPOSED') throw new DomainError('REVERSAL_PENDING', { proposedBy: order.reversal.proposedBy });
  if (order.reversal) throw new DomainError('DISBURSEMENT_REVERSED', { on: order.reversal.confirmedOn ?? '' });
  const [reason, bankReference] = [proposal.reason.trim(), proposal.bankReference.trim()];
  if (reason === '') throw new DomainError('DISBURSEMENT_REVERSAL_INCOMPLETE', {}, 'reason');
  if (bankReference === '') throw new DomainError('DISBURSEMENT_REVERSAL_INCOMPLETE', {}, 'bankReference');
  return { ...order, reversal: { ...proposal, reason, bankReference, state: 'PROPOSED', confirmedBy: null, confirmedOn: null } };
}

/** The proposal that waits for a second person; throws DomainError REVERSAL_NOT_PROPOSED. */
export function pendingReversal(order: DisbursementOrder): Reversal {
  if (order.reversal?.state !== 'PROPOSED') throw new DomainError('REVERSAL_NOT_PROPOSED', {});
  return order.reversal;
}

/** That the confirming person is another one is judged by the shared segregation rule before. */
export function confirmReversal(order: DisbursementOrder, confirmedBy: string, confirmedOn: LocalDate): DisbursementOrder {
  const pending = pendingReversal(order);
  invariant(pending.proposedBy !== confirmedBy, 'who proposes does not confirm');
  return { ...order, reversal: { ...pending, state: 'CONFIRMED', confirmedBy, confirmedOn } };
}

/** The proposal was wrong: as if nobody had made it; the audit trail remembers it. */
export function dropReversal(order: DisbursementOrder): DisbursementOrder {
  pendingReversal(order);
  return { ...order, reversal: null };
}

/** Everyone who had a part in the payment, and who proposed to take it back: he is the maker of the reversal. */
export function reversalParticipants(order: DisbursementOrder): readonly OrderParticipant[] {
  return [...order.participants, { role: 'PAYMENT_MAKER', employeeId: pendingReversal(order).proposedBy }];
}
