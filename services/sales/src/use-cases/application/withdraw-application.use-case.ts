import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, invariant } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { LoanApplication } from '../../domain/application/application.js';
import { withdraw } from '../../domain/application/withdrawal.js';
import { requireReason } from '../../domain/customer/correction.js';
import { voided } from '../../domain/contract/contract.js';
import { Contracts } from '../../persistence/contract/contract.repository.js';
import { ApplicationDesk } from './application-desk.js';

export interface WithdrawApplicationRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  readonly reason: string;
}

/**
 * The customer takes his application back, at any stage. Before signing, the departments are told and our own open work ends;
 * after signing it is a request that only finance can grant.
 */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ApplicationDesk,
    private readonly contracts: Contracts,
    private readonly handoffs: Handoffs,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: WithdrawApplicationRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'withdraw-application', actor, input }, async (tx) => {
      const found = await this.desk.get(actor, input.applicationId, tx);
      const word = { reason: requireReason(input.reason), at: this.clock.now(), by };
      const { application, effect } = withdraw(found, word);
      await this.desk.applications.save(application, tx);
      if (effect === 'WITHDRAWN') await this.end(application, word, tx);
      else await this.askFinance(application, word.reason, tx);
      return application.id;
    });
  }

  private async end(application: LoanApplication, word: { reason: string; at: Date; by: string }, tx: Tx): Promise<void> {
    const { id: applicationId, contractId } = application;
    if (contractId) await this.contracts.save(voided(await this.contracts.get(contractId, tx), word.by, word.at), tx);
    const signing = await this.handoffs.findOpen('sign-contract', applicationId, tx);
    // A withdrawal is one of the two ways in which the work of signing ends; other work that we owe stops.
    if (signing) await this.handoffs.complete(signing._id, { outcome: 'WITHDRAWN' }, tx);
    await this.handoffs.recallAllAbout(applicationId, 'the customer withdrew', tx);
    const data = { applicationId, reason: word.reason, withdrawnAt: word.at.toISOString() };
    await this.outbox.add(event('sales.application-withdrawn.v1', applicationId, data), tx);
  }

  private async askFinance({ id: applicationId, contractId }: LoanApplication, reason: string, tx: Tx): Promise<void> {
    invariant(contractId, 'a signed application has its contract');
    await this.outbox.add(event('sales.cancellation-requested.v1', applicationId, { applicationId, contractId, reason }), tx);
  }
}
