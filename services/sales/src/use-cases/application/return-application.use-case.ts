import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { returnToCustomer } from '../../domain/application/first-check.js';
import { WorkingDeadlines } from '../working-deadlines.js';
import { ApplicationDesk } from './application-desk.js';
import { InformingTasks } from './informing-tasks.js';

export interface ReturnApplicationRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  readonly reasons: readonly string[];
}

/** Returns an application to the customer with what is to be supplemented and until when; he has to be told [4.7]. */
@Injectable()
export class ReturnApplication {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ApplicationDesk,
    private readonly deadlines: WorkingDeadlines,
    private readonly tasks: InformingTasks,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ReturnApplicationRequest): Promise<string> {
    return this.work.once({ operation: 'return-application', actor, input }, async (tx) => {
      const application = await this.desk.get(actor, input.applicationId, tx);
      const at = this.clock.now();
      const dueAt = await this.deadlines.dueAt('deadline.supplement', at);
      const note = { by: 'sales' as const, employeeId: employeeIdOf(actor), reasons: input.reasons, at, dueAt };
      const returned = returnToCustomer(application, note);
      const round = returned.rounds.length;
      await this.desk.applications.save(await this.tasks.open(returned, { topic: 'RETURNED', about: `round-${round}`, at }), tx);
      const data = {
        applicationId: application.id,
        round,
        returnedBy: 'sales' as const,
        reasons: [...(returned.rounds.at(-1)?.returned?.reasons ?? [])],
      };
      await this.outbox.add(event('sales.application-returned.v1', application.id, data), tx);
      return application.id;
    });
  }
}
