import { Injectable } from '@nestjs/common';
import { checkSegregation } from '@weilend/contracts';
import type { EventData } from '@weilend/contracts';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { withParticipants } from '../../domain/application/application.js';
import type { LoanApplication } from '../../domain/application/application.js';
import { deskMachine } from '../../domain/application/desk.machine.js';
import type { LoanContract } from '../../domain/contract/contract.js';
import { approvalInForce, requireWithin } from '../../domain/contract/contract-terms.js';
import { sign } from '../../domain/contract/signing.js';
import { LeadMilestones } from '../acquisition/lead-milestones.js';
import { ContractDesk } from './contract-desk.js';
import { ContractText } from './contract-text.js';
import { PaymentOrder } from './payment-order.js';

export interface SignContractRequest {
  readonly requestKey: string;
  readonly contractId: string;
  readonly payeeAccountId: string;
}

/** The fact that a contract is signed, and the end of the work that approval gave us for it. */
@Injectable()
export class SigningAnnouncement {
  constructor(
    private readonly handoffs: Handoffs,
    private readonly outbox: Outbox,
    private readonly milestones: LeadMilestones,
  ) {}

  async tell(application: LoanApplication, contract: LoanContract, tx: Tx): Promise<void> {
    await this.milestones.follow(application.customerId, tx);
    const open = await this.handoffs.findOpen('sign-contract', application.id, tx);
    if (open) await this.handoffs.complete(open._id, { contractId: contract.id, outcome: 'SIGNED' }, tx);
    const { id: contractId, terms, contractHash, signedAt } = contract;
    const who = { applicationId: application.id, customerId: application.customerId, salespersonId: application.salespersonId };
    const data = { contractId, ...who, ...terms, contractHash, signedAt: (signedAt ?? new Date(0)).toISOString() };
    await this.outbox.add(event('sales.contract-signed.v1', application.id, data as EventData<'sales.contract-signed.v1'>), tx);
  }
}

/** Signs a contract through gates G5 and G6; the work of signing is done, and finance is ordered to pay [4.15-4.19]. */
@Injectable()
export class SignContract {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ContractDesk,
    private readonly text: ContractText,
    private readonly payment: PaymentOrder,
    private readonly announcement: SigningAnnouncement,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: SignContractRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'sign-contract', actor, input }, async (tx) => {
      const { contract, application } = await this.desk.get(actor, input.contractId, tx);
      if (application.salespersonId !== by) throw new DomainError('NOT_THE_SALESPERSON');
      this.passContractGate(application, contract);
      const signer = { role: 'CONTRACT_SIGNER' as const, employeeId: by };
      checkSegregation(application.participants, signer);
      const at = this.clock.now();
      const facts = await this.text.signingFacts(application, contract, tx);
      const signed = await this.desk.contracts.save(sign(contract, facts, { by, at, payeeAccountId: input.payeeAccountId }), tx);
      const done = withParticipants({ ...application, desk: deskMachine.next(application.desk, 'sign'), signedAt: at }, [signer]);
      await this.desk.desk.applications.save(done, tx);
      await this.announcement.tell(done, signed, tx);
      await this.payment.give(done, signed, tx);
      return signed.id;
    });
  }

  /** Gate G5 once more on the day of signing: the approval that the draft rests on is still the one in force, and still carries it. */
  private passContractGate(application: LoanApplication, contract: LoanContract): void {
    if (application.desk === 'signed') throw new DomainError('CONTRACT_SIGNED_ALREADY');
    const decision = approvalInForce(application.facts, this.clock.today());
    if (decision.decisionId !== contract.decisionId) throw new DomainError('APPROVAL_MISSING', { state: 'REPLACED' });
    requireWithin(contract.terms, decision.terms);
  }
}
