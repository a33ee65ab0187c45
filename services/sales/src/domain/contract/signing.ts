import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Refusals } from '../collect-refusals.js';
import { checkClauses } from './clauses.js';
import type { ClauseFacts } from './clauses.js';
import { contractHashOf, isOverdue, RECORDING_KINDS, requireDraft } from './contract.js';
import type { LoanContract } from './contract.js';
import { requireReviewed } from './contract-review.js';
import { contractMachine } from './contract.machine.js';
import { termsHashOf } from './contract-terms.js';
import { requireEdition } from './template.js';
import type { EditionRule } from './template.js';

// Gate G6: a contract is signed only when everything is there: all mandatory clauses, the cost sheet of exactly these terms acknowledged by the
// customer, his confirmation that he understands, and the signing on sound and on picture; on the template in force, reviewed by compliance where it
// is large or not the template's text, and before the draft has expired. Nothing of it can be put to it afterwards.

export interface SigningFacts {
  /** What the clauses must say, by the files of today. */
  readonly clauses: ClauseFacts;
  /** Keys of the clauses that the draft's own template asks for. */
  readonly mandatory: readonly string[];
  readonly edition: EditionRule;
  readonly today: LocalDate;
}

export interface Signature {
  readonly by: string;
  readonly at: Date;
  readonly payeeAccountId: string;
}

/** Every refusal of gate G6 at once [4.16-4.18]. */
export function passSigningGate(contract: LoanContract, facts: SigningFacts): void {
  const refusals = new Refusals();
  if (isOverdue(contract, facts.today)) refusals.add(new DomainError('DRAFT_EXPIRED'));
  refusals.try(() => requireEdition(contract.templateVersion, facts.edition));
  refusals.try(() => checkClauses(contract.clauses, facts.clauses, facts.mandatory));
  refusals.try(() => requireReviewed(contract.review));
  refusals.try(() => checkCostSheet(contract));
  if (!contract.explanation) refusals.add(new DomainError('EXPLANATION_MISSING'));
  for (const kind of RECORDING_KINDS) {
    if (!contract.recordings.some((recording) => recording.kind === kind)) refusals.add(new DomainError('RECORDING_MISSING', { kind }));
  }
  if (contractHashOf(contract) !== contract.contractHash) refusals.add(new DomainError('CONTRACT_CHANGED'));
  refusals.done();
}

/** The signed contract. Throws ILLEGAL_TRANSITION, or every refusal of gate G6. */
export function sign(contract: LoanContract, facts: SigningFacts, signature: Signature): LoanContract {
  requireDraft(contract);
  const state = contractMachine.next(contract.state, 'sign');
  passSigningGate(contract, facts);
  const { by, at, payeeAccountId } = signature;
  return {
    ...contract,
    state,
    history: [...contract.history, { state, by, at }],
    signDueOn: null,
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

export const MISSING_PARTS = ['COST_SHEET', 'REVIEW', 'ACKNOWLEDGEMENT', 'EXPLANATION', 'AUDIO', 'VIDEO', 'SIGNATURE'] as const;
export type MissingPart = (typeof MISSING_PARTS)[number];

/** What a draft waits for, in the order in which it is done; only the signature when all else is there; nothing for what is no draft. */
export function missingForSigning(contract: LoanContract): readonly MissingPart[] {
  if (contract.state !== 'draft') return [];
  const { costSheet, review, acknowledgement, explanation, recordings } = contract;
  const missing: MissingPart[] = [
    ...(costSheet ? [] : (['COST_SHEET'] as const)),
    ...(review === null || review.state === 'reviewed' ? [] : (['REVIEW'] as const)),
    ...(acknowledgement ? [] : (['ACKNOWLEDGEMENT'] as const)),
    ...(explanation ? [] : (['EXPLANATION'] as const)),
    ...RECORDING_KINDS.filter((kind) => !recordings.some((recording) => recording.kind === kind)),
  ];
  return missing.length > 0 ? missing : ['SIGNATURE'];
}
