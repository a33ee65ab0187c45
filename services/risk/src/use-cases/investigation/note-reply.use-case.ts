import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { noteReply } from '../../domain/investigation/information-request.js';
import type { InformationReply } from '../../domain/investigation/information-request.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';

const ANSWER = 'answer-information-request';
type Word = Pick<EventData<'sales.handoff-recalled.v1'>, 'handoffId' | 'handoff'>;

/** What sales said to a question of an investigation: a fact, never refused, in whatever state the investigation is by then [7.2]. */
@Injectable()
export class NoteReply {
  constructor(private readonly investigations: Investigations) {}

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
      if (noted !== round) await this.investigations.save(noted, tx);
    }
  }
}
