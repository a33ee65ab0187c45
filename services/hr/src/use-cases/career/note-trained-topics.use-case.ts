import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { Tx } from '@weilend/mongo';
import { TrainedTopics } from '../../persistence/career/training.repository.js';

/** In which topics people were trained, for what the ladder asks for [6.10]. */
@Injectable()
export class NoteTrainedTopics {
  constructor(private readonly trained: TrainedTopics) {}

  async apply({ sessionId, topic, hours, attendeeIds, evaluatedOn }: EventData<'training.evaluated.v1'>, tx: Tx): Promise<void> {
    for (const employeeId of attendeeIds) await this.trained.note({ employeeId, topic, sessionId, hours, evaluatedOn }, tx);
  }
}
