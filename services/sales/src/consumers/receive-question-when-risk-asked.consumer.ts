import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReceiveQuestion } from '../use-cases/application/receive-question.use-case.js';

/** Risk hands over a question about an application. */
@Injectable()
export class ReceiveQuestionWhenRiskAsked extends HandoffConsumer<'answer-information-request'> {
  readonly type = 'handoff.answer-information-request.v1';

  constructor(private readonly question: ReceiveQuestion) {
    super();
  }

  handle(message: HandoffMessage<'answer-information-request'>, tx: Tx): Promise<void> {
    return this.question.apply(message, tx);
  }
}
