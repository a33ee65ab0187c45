import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { Tx } from '@weilend/mongo';
import { noteAnswer } from '../../domain/career/training-request.js';
import type { TrainingAnswer } from '../../domain/career/training-request.js';
import { TrainingRequestBook } from '../../persistence/career/training.repository.js';

type Completed = EventData<'training.handoff-completed.v1'>;
type Returned = EventData<'training.handoff-returned.v1'>;
type Recalled = EventData<'training.handoff-recalled.v1'>;

/** What became of a training that was asked for: a fact, never refused, and noted once [5.8]. */
@Injectable()
export class NoteTrainingAnswer {
  constructor(private readonly book: TrainingRequestBook) {}

  completed(data: Completed, tx: Tx): Promise<void> {
    const sessionId = data.result['sessionId'];
    return this.note(data, { state: 'NOMINATED', sessionId: sessionId === undefined ? null : String(sessionId), note: null }, tx);
  }

  returned(data: Returned, tx: Tx): Promise<void> {
    return this.note(data, { state: 'RETURNED', sessionId: null, note: data.reasons.join('; ') || data.code }, tx);
  }

  recalled(data: Recalled, tx: Tx): Promise<void> {
    return this.note(data, { state: 'RETURNED', sessionId: null, note: data.reason }, tx);
  }

  private async note(
    word: Pick<Recalled, 'handoff' | 'handoffId' | 'at'>,
    answer: Omit<TrainingAnswer, 'answeredAt'>,
    tx: Tx,
  ): Promise<void> {
    if (word.handoff !== 'plan-training') return;
    const request = await this.book.ofHandoff(word.handoffId, tx);
    if (!request) return;
    const noted = noteAnswer(request, { ...answer, answeredAt: new Date(word.at) });
    if (noted !== request) await this.book.save(noted, tx);
  }
}
