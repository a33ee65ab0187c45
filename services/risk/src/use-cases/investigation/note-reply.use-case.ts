import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { event, Outbox } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { noteReply, waitingReasons } from '../../domain/investigation/information-request.js';
import type { InformationReply } from '../../domain/investigation/information-request.js';
import { isOpen } from '../../domain/investigation/investigation.js';
import type { Investigation } from '../../domain/investigation/investigation.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';

const ANSWER = 'answer-information-request';
type Word = Pick<EventData<'sales.handoff-recalled.v1'>, 'handoffId' | 'handoff'>;

/** What sales said to a question of an investigation: a fact, never refused, in whatever state the investigation is by then [7.2]; a clock that stood still for it goes on. */
@Injectable()
export class NoteReply {
  constructor(
    private readonly investigations: Investigations,
    private readonly outbox: Outbox,
  ) {}

  answered({ subject, data }: EventMessage<'sales.handoff-completed.v1'>, tx: Tx): Promise<void> {
    const { reply, repliedBy } = data.result;
    return this.note(subject, data, { kind: 'ANSWERED', text: String(reply), by: String(repliedBy), at: new Date(data.at) }, tx);
  }

  returned({ subject, data }: EventMessage<'sales.handoff-returned.v1'>, tx: Tx): Promise<void> {
    const text = data.reasons.join('; ') || data.code;
    return this.note(subject, data, { kind: 'RETURNED', text, by: null, at: new Date(data.at) }, tx);
  }

  recalled({ subject, data }: EventMessage<'sales.handoff-recalled.v1'>, tx: Tx): Promise<void> {
    return this.note(subject, data, { kind: 'RECALLED', text: data.reason, by: null, at: new Date(data.at) }, tx);
  }

  private async note(applicationId: string, { handoff, handoffId }: Word, reply: InformationReply, tx: Tx): Promise<void> {
    if (handoff !== ANSWER) return;
    for (const round of await this.investigations.ofApplication(applicationId, tx)) {
      const noted = noteReply(round, handoffId, reply);
      if (noted === round) continue;
      await this.investigations.save(noted, tx);
      const waited = waitingReasons(round);
      if (waited.length > 0 && waitingReasons(noted).length === 0 && isOpen(noted.state))
        await this.outbox.add(resumed(noted, reply.at), tx);
    }
  }
}

/** Every reason the clock ever stood still for: a pause that a person made for another one is left alone. */
function resumed({ handoffId, applicationId, informationRequests }: Investigation, at: Date) {
  const reasons = informationRequests.flatMap((one) => (one.waiting ? [one.waiting.reason] : []));
  const data = { handoffId, handoff: 'investigate-application', at: at.toISOString(), reasons: [...new Set(reasons)] };
  return event('risk.handoff-resumed.v1', applicationId, data);
}
