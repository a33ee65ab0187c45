import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { LoanApplication } from '../../domain/application/application.js';
import type { ContractTerms, DecisionFact } from '../../domain/application/facts.js';
import { requireLive } from '../../domain/application/withdrawal.js';
import { yearOf } from '../../domain/contract/contract-number.js';
import { contractHashOf, voided } from '../../domain/contract/contract.js';
import type { LoanContract } from '../../domain/contract/contract.js';
import { approvalInForce, requireWithin } from '../../domain/contract/contract-terms.js';
import { ContractDesk } from './contract-desk.js';
import { ContractRules } from './contract-rules.js';
import { ContractText } from './contract-text.js';
import type { WantedText } from './contract-text.js';
import { DraftAnnouncement } from './draft-announcement.js';

export interface DraftContractRequest extends WantedText {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  /** Fen; what was approved when left out. */
  readonly amount?: number | null;
  readonly termMonths?: number | null;
  readonly annualRate?: string | null;
  readonly startOn?: LocalDate | null;
}

/** Drafts a contract on an approval in force and within it (gate G5), and asks finance for the cost sheet of exactly these terms [4.15, 4.16]. */
@Injectable()
export class DraftContract {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ContractDesk,
    private readonly text: ContractText,
    private readonly rules: ContractRules,
    private readonly announcement: DraftAnnouncement,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: DraftContractRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'draft-contract', actor, input }, async (tx) => {
      const application = await this.desk.desk.get(actor, input.applicationId, tx);
      requireLive(application);
      if (application.desk === 'signed') throw new DomainError('CONTRACT_SIGNED_ALREADY');
      const decision = approvalInForce(application.facts, this.clock.today());
      const terms = termsOf(input, decision.terms);
      requireWithin(terms, decision.terms);
      requireAsked(application, terms);
      const draft = await this.draft(application, { decision, terms, by }, input, tx);
      await this.desk.contracts.insert(draft, tx);
      const contracting = { ...application, contractId: draft.id, contractDraftedAt: application.contractDraftedAt ?? this.clock.now() };
      await this.desk.desk.applications.save(contracting, tx);
      return draft.id;
    });
  }

  private async draft(
    application: LoanApplication,
    on: { decision: DecisionFact; terms: ContractTerms; by: string },
    input: DraftContractRequest,
    tx: Tx,
  ): Promise<LoanContract> {
    const earlier = await this.desk.contracts.ofApplication(application.id, tx);
    const at = this.clock.now();
    for (const other of earlier.filter(({ state }) => state === 'draft')) {
      await this.desk.contracts.save(voided(other, on.by, at), tx);
      await this.announcement.dropped(other, 'another draft replaced it', tx);
    }
    const startOn = input.startOn ?? this.clock.today();
    const { changed, ...text } = await this.text.compose(application, { terms: on.terms, startOn }, input, tx);
    const { customerId, salespersonId } = application;
    const { decisionId, validUntil } = on.decision;
    const number = await this.desk.contracts.takeNumber(yearOf(this.clock.today()));
    const signed = { id: newId('con'), number, applicationId: application.id, decisionId, terms: on.terms, startOn, ...text };
    const open = { costSheet: null, costSheetRefusedBecause: [], acknowledgement: null, explanation: null, recordings: [] };
    const whose = { version: 0, customerId, salespersonId, draftNo: earlier.length + 1, state: 'draft' as const, review: null };
    const history = [{ state: 'draft' as const, by: on.by, at }];
    const draft: LoanContract = {
      ...signed,
      ...whose,
      ...open,
      history,
      contractHash: contractHashOf(signed),
      signDueOn: await this.rules.signDueOn(validUntil),
      amended: null,
      payeeAccountId: null,
      paymentOrders: 0,
      signedBy: null,
      signedAt: null,
    };
    return this.announcement.tell(application, draft, changed, tx);
  }
}

function termsOf(input: DraftContractRequest, approved: ContractTerms): ContractTerms {
  return {
    productId: approved.productId,
    amountFen: input.amount ?? approved.amountFen,
    termMonths: input.termMonths ?? approved.termMonths,
    annualRate: input.annualRate ?? approved.annualRate,
    method: approved.method,
  };
}

/** An approval may lower what was asked, never raise it: whoever says so, no contract goes above the customer's own application. */
function requireAsked({ ask }: LoanApplication, terms: ContractTerms): void {
  const asked = { ...terms, amountFen: ask.amountFen ?? 0, termMonths: ask.termMonths ?? 0, productId: ask.productId ?? '' };
  requireWithin(terms, asked);
}
