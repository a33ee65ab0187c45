import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { event, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { askEvidenceAgain } from '../../domain/application/conditions.js';
import { addFact } from '../../domain/application/facts.js';
import { returnedByRisk } from '../../domain/application/first-check.js';
import { WorkingDeadlines } from '../working-deadlines.js';
import { InformingTasks } from './informing-tasks.js';
import { RecordFacts } from './record-facts.use-case.js';

type Returned = EventData<'risk.handoff-returned.v1'>;

/** Work that we gave came back: what that means for the application. */
@Injectable()
export class ReceiveReturns {
  constructor(
    private readonly facts: RecordFacts,
    private readonly deadlines: WorkingDeadlines,
    private readonly tasks: InformingTasks,
    private readonly outbox: Outbox,
  ) {}

  /** Risk misses something: the application goes back to the customer as a round [4.7]. */
  async investigation(applicationId: string, data: Returned, tx: Tx): Promise<void> {
    const at = new Date(data.at);
    const reasons = data.reasons.length > 0 ? data.reasons : [data.code];
    const dueAt = await this.deadlines.dueAt('deadline.supplement', at);
    await this.facts.change(applicationId, tx, async (application) => {
      const returned = returnedByRisk(application, data.handoffId, { reasons, at, dueAt });
      if (returned === application) return application;
      const round = returned.rounds.length;
      await this.outbox.add(
        event('sales.application-returned.v1', applicationId, { applicationId, round, returnedBy: 'risk', reasons: [...reasons] }),
        tx,
      );
      return this.tasks.open(returned, { topic: 'RETURNED', about: `round-${round}`, at });
    });
  }

  /** The secretary does not accept evidence: what came back is asked again, the rest stays given [4.14]. */
  evidence(applicationId: string, data: Returned, tx: Tx): Promise<void> {
    const reasons = data.reasons.length > 0 ? data.reasons : [data.code];
    return this.facts.change(applicationId, tx, async (application) => {
      if (!application.conditions) return application;
      const conditions = askEvidenceAgain(application.conditions, { handoffId: data.handoffId, reasons, conditionIds: data.parts ?? null });
      return conditions === application.conditions ? application : { ...application, conditions };
    });
  }

  /** Finance does not pay: the contract stays signed, the reason is shown, the order may be given again. */
  payment(applicationId: string, data: Returned, tx: Tx): Promise<void> {
    const reasons = [data.code, ...data.reasons];
    return this.facts.change(applicationId, tx, async (application) => {
      const note = { contractId: application.contractId ?? '-', reasons, at: new Date(data.at) };
      return { ...application, facts: addFact(application.facts, 'paymentReturned', note) };
    });
  }
}
