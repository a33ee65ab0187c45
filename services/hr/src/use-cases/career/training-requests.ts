import { Injectable } from '@nestjs/common';
import { BusinessClock, newId } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import type { TrainingRequest } from '../../domain/career/training-request.js';
import { TrainingRequestBook } from '../../persistence/career/training.repository.js';

/** Asks the training department for a training, once for the same thing [5.8]. */
@Injectable()
export class TrainingRequests {
  constructor(
    private readonly book: TrainingRequestBook,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  /** @returns the request's id, of the earlier one when it was asked for before */
  async ask(asked: Pick<TrainingRequest, 'employeeId' | 'topic' | 'reason' | 'aboutId'>, tx: Tx): Promise<string> {
    const { employeeId, topic, reason, aboutId } = asked;
    const known = await this.book.same(asked, tx);
    if (known) return known.id;
    const handoffId = await this.handoffs.send('plan-training', { subject: employeeId, data: { employeeId, topic, reason, aboutId } }, tx);
    const open = { state: 'ASKED' as const, askedAt: this.clock.now(), answeredAt: null, sessionId: null, note: null };
    return (await this.book.insert({ id: newId('trq'), version: 0, employeeId, topic, reason, aboutId, handoffId, ...open }, tx)).id;
  }
}
