import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import { GiveRiskOpinion } from '../use-cases/opinion/give-risk-opinion.use-case.js';

/** The committee asks for this department's opinion on an application. */
@Injectable()
export class ReceiveQuestionWhenCommitteeAsked extends HandoffConsumer<'give-risk-opinion'> {
  readonly type = 'handoff.give-risk-opinion.v1';

  constructor(private readonly opinion: GiveRiskOpinion) {
    super();
  }

  handle(message: HandoffMessage<'give-risk-opinion'>): Promise<void> {
    return this.opinion.receive(message);
  }
}
