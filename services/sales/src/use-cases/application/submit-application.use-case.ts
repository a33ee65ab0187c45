import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { deskMachine } from '../../domain/application/desk.machine.js';
import { handIn } from '../../domain/application/first-check.js';
import { LeadMilestones } from '../acquisition/lead-milestones.js';
import { ApplicationDesk } from './application-desk.js';
import { SubmitGateFacts } from './submit-gate-facts.js';

export interface SubmitApplicationRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
}

/** Hands an application in through gate G1, for the first time or again after a return; each time is a round [4.4-4.7]. */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ApplicationDesk,
    private readonly gate: SubmitGateFacts,
    private readonly milestones: LeadMilestones,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: SubmitApplicationRequest): Promise<string> {
    return this.handIn(actor, input, 'submit');
  }

  resubmit(actor: Actor, input: SubmitApplicationRequest): Promise<string> {
    return this.handIn(actor, input, 'resubmit');
  }

  private handIn(actor: Actor, input: SubmitApplicationRequest, act: 'submit' | 'resubmit'): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: `${act}-application`, actor, input }, async (tx) => {
      const application = await this.desk.get(actor, input.applicationId, tx);
      // The order of the desk speaks before the gate: a passed application is not asked for its papers again.
      deskMachine.next(application.desk, act);
      const { ask } = await this.gate.admit(application, tx);
      const handedIn = await this.desk.applications.save(handIn(application, by, this.clock.now()), tx);
      await this.milestones.follow(handedIn.customerId, tx);
      const { on: _on, ...asked } = ask;
      const who = { applicationId: handedIn.id, customerId: handedIn.customerId, salespersonId: handedIn.salespersonId };
      const documentHashes = [...new Set(handedIn.documents.map(({ sha256 }) => sha256))];
      const data = { ...who, ...asked, round: handedIn.rounds.length, documentHashes } as EventData<'sales.application-submitted.v1'>;
      await this.outbox.add(event('sales.application-submitted.v1', handedIn.id, data), tx);
      return handedIn.id;
    });
  }
}
