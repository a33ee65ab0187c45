import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { Tx } from '@weilend/mongo';
import { noteAnswer, noteProgress } from '../../domain/career/training-request.js';
import type { TrainingAnswer } from '../../domain/career/training-request.js';
import { TrainingRequestBook } from '../../persistence/career/training.repository.js';

type Completed = EventData<'training.handoff-completed.v1'>;
type Returned = EventData<'training.handoff-returned.v1'>;
type Recalled = EventData<'training.handoff-recalled.v1'>;
type Followed = EventData<'training.request-followed.v1'>;

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

  /** Of what was answered before: the same work under another seat, without one, or done. */
  async followed({ handoffId, state, sessionId, reason: note, at }: Followed, tx: Tx): Promise<void> {
    const request = await this.book.ofHandoff(handoffId, tx);
    if (!request) return;
    const isOpen = state === 'OPEN';
    const progress = { state: isOpen ? ('ASKED' as const) : state, answeredAt: isOpen ? null : new Date(at), sessionId, note };
    const noted = noteProgress(request, progress);
    if (noted !== request) await this.book.save(noted, tx);
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
