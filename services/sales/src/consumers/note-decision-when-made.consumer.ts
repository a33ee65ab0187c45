import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { RecordFacts } from '../use-cases/application/record-facts.use-case.js';

/** The committee decided: the decision is kept, the customer has to be told. */
@Injectable()
export class NoteDecisionWhenMade extends EventConsumer<'approval.decision-made.v1'> {
  readonly type = 'approval.decision-made.v1';

  constructor(private readonly facts: RecordFacts) {
    super();
  }

  handle(message: EventMessage<'approval.decision-made.v1'>, tx: Tx): Promise<void> {
    return this.facts.decisionMade(message, tx);
  }
}
