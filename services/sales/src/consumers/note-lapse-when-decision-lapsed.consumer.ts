import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { RecordFacts } from '../use-cases/application/record-facts.use-case.js';

/** An approval ran out: no contract rests on it any more. */
@Injectable()
export class NoteLapseWhenDecisionLapsed extends EventConsumer<'approval.decision-lapsed.v1'> {
  readonly type = 'approval.decision-lapsed.v1';

  constructor(private readonly facts: RecordFacts) {
    super();
  }

  handle(message: EventMessage<'approval.decision-lapsed.v1'>, tx: Tx): Promise<void> {
    return this.facts.decisionLapsed(message, tx);
  }
}
