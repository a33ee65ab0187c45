import { DomainError } from '@weilend/kernel';
import { Refusals } from '../collect-refusals.js';
import { checkClauses } from './clauses.js';
import type { ClauseFacts } from './clauses.js';
import { contractHashOf, RECORDING_KINDS } from './contract.js';
import type { LoanContract } from './contract.js';
import { contractMachine } from './contract.machine.js';
import { termsHashOf } from './contract-terms.js';

// Gate G6: a contract is signed only when everything is there: all mandatory clauses, the cost sheet of exactly these terms acknowledged by the
// customer, his confirmation that he understands, and the signing on sound and on picture. Nothing of it can be put to it afterwards.

export interface Signature {
  readonly by: string;
  readonly at: Date;
  readonly payeeAccountId: string;
}

/** Every refusal of gate G6 at once [4.16-4.18]. */
export function passSigningGate(contract: LoanContract, facts: ClauseFacts): void {
  const refusals = new Refusals();
  refusals.try(() => checkClauses(contract.clauses, facts));
  refusals.try(() => checkCostSheet(contract));
  if (!contract.explanation) refusals.add(new DomainError('EXPLANATION_MISSING'));
  for (const kind of RECORDING_KINDS) {
    if (!contract.recordings.some((recording) => recording.kind === kind)) refusals.add(new DomainError('RECORDING_MISSING', { kind }));
  }
  if (contractHashOf(contract) !== contract.contractHash) refusals.add(new DomainError('CONTRACT_CHANGED'));
  refusals.done();
}

/** The signed contract. Throws ILLEGAL_TRANSITION, or every refusal of gate G6. */
export function sign(contract: LoanContract, facts: ClauseFacts, signature: Signature): LoanContract {
  const state = contractMachine.next(contract.state, 'sign');
  passSigningGate(contract, facts);
  const { by, at, payeeAccountId } = signature;
  return {
    ...contract,
    state,
    history: [...contract.history, { state, by, at }],
    signedBy: by,
    signedAt: at,
    payeeAccountId,
    paymentOrders: 1,
  };
}

function checkCostSheet({ costSheet, acknowledgement, terms }: LoanContract): void {
  if (!costSheet) throw new DomainError('COST_SHEET_MISSING');
  if (costSheet.termsHash !== termsHashOf(terms)) throw new DomainError('COST_SHEET_MISMATCH');
  if (!acknowledgement) throw new DomainError('COST_SHEET_NOT_ACKNOWLEDGED');
  if (acknowledgement.costSheetHash !== costSheet.hash) throw new DomainError('COST_SHEET_MISMATCH');
}
