import { Injectable } from '@nestjs/common';
import type { Participant } from '@weilend/contracts';
import { addWorkingTime, BusinessClock, businessDateOf, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { askSales, questionFor, waitingFor, waitingReasons } from '../../domain/investigation/information-request.js';
import { requireInvestigator } from '../../domain/investigation/investigation.js';
import type { Investigation } from '../../domain/investigation/investigation.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';

export interface RequestInformationRequest {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  readonly question: string;
  /** Why the investigation can not go on without the answer; left out when it goes on meanwhile. */
  readonly pauseReason?: string | null;
}

/**
 * Asks sales for facts; the reply is due within the parameter deadline.answer-information-request [7.2]. When the work can not go on without it, the
 * clock of the handoff stands still until the reply is there: coordination is told [8.6].
 */
@Injectable()
export class RequestInformation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly investigations: Investigations,
    private readonly parameters: Parameters,
    private readonly handoffs: Handoffs,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RequestInformationRequest): Promise<string> {
    return this.work.once({ operation: 'request-information', actor, input }, async (tx) => {
      const investigation = await this.investigations.get(input.investigationId, tx);
      const askedBy = employeeIdOf(actor);
      requireInvestigator(investigation, askedBy);
      const askedAt = this.clock.now();
      const asked = { requestId: newId('irq'), question: questionFor(input.question), dueAt: await this.dueAt(askedAt) };
      const handoffId = await this.handoffs.send(
        'answer-information-request',
        { subject: investigation.applicationId, data: { ...about(investigation), ...asked, dueAt: asked.dueAt.toISOString() } },
        tx,
      );
      const waiting = waitingFor(input.pauseReason ?? null);
      const noted = askSales(investigation, { ...asked, handoffId, askedBy, askedAt, waiting, reply: null });
      await this.investigations.save(noted, tx);
      if (waiting && waitingReasons(investigation).length === 0) await this.outbox.add(paused(noted, { ...waiting, askedBy, askedAt }), tx);
      return investigation.id;
    });
  }

  private async dueAt(from: Date): Promise<Date> {
    const on = businessDateOf(from);
    const given = await this.parameters.duration('deadline.answer-information-request', on);
    return addWorkingTime(await this.parameters.calendar(on), from, given);
  }
}

/** The application and who takes part in it so far, the two investigators included. */
function about({ id: investigationId, applicationId, participants, investigatorIds }: Investigation) {
  const investigated = investigatorIds.map((employeeId): Participant => ({ role: 'INVESTIGATOR', employeeId }));
  return { investigationId, applicationId, participants: [...(participants as readonly Participant[]), ...investigated] };
}

function paused(
  { handoffId, applicationId }: Investigation,
  { reason, askedBy, askedAt }: { reason: string; askedBy: string; askedAt: Date },
) {
  const at = askedAt.toISOString();
  return event('risk.handoff-paused.v1', applicationId, { handoffId, handoff: 'investigate-application', at, reason, employeeId: askedBy });
}
