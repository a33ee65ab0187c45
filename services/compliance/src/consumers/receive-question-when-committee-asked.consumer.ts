import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import { GiveLegalOpinion } from '../use-cases/give-legal-opinion/give-legal-opinion.use-case.js';

/** The committee asks for this department's opinion on an application. */
@Injectable()
export class ReceiveQuestionWhenCommitteeAsked extends HandoffConsumer<'give-legal-opinion'> {
  readonly type = 'handoff.give-legal-opinion.v1';

  constructor(private readonly opinion: GiveLegalOpinion) {
    super();
  }

  handle(message: HandoffMessage<'give-legal-opinion'>): Promise<void> {
    return this.opinion.receive(message);
  }
}
