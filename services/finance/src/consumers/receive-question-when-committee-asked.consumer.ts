import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import { GiveFinanceOpinion } from '../use-cases/give-finance-opinion/give-finance-opinion.use-case.js';

/** The committee asks for this department's opinion on an application. */
@Injectable()
export class ReceiveQuestionWhenCommitteeAsked extends HandoffConsumer<'give-finance-opinion'> {
  readonly type = 'handoff.give-finance-opinion.v1';

  constructor(private readonly opinion: GiveFinanceOpinion) {
    super();
  }

  handle(message: HandoffMessage<'give-finance-opinion'>): Promise<void> {
    return this.opinion.receive(message);
  }
}
