import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { RecordFacts } from '../use-cases/application/record-facts.use-case.js';

/** Every condition is confirmed: the contract may be drafted. */
@Injectable()
export class NoteConditionsWhenConfirmed extends EventConsumer<'approval.conditions-confirmed.v1'> {
  readonly type = 'approval.conditions-confirmed.v1';

  constructor(private readonly facts: RecordFacts) {
    super();
  }

  handle(message: EventMessage<'approval.conditions-confirmed.v1'>, tx: Tx): Promise<void> {
    return this.facts.conditionsConfirmed(message, tx);
  }
}
