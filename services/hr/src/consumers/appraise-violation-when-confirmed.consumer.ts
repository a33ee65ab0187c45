import { Injectable } from '@nestjs/common';
import { HandoffConsumer } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { AppraiseViolation } from '../use-cases/appraisal/appraise-violation.use-case.js';

/** Compliance hands over a violation that was confirmed. */
@Injectable()
export class AppraiseViolationWhenConfirmed extends HandoffConsumer<'appraise-violation'> {
  readonly type = 'handoff.appraise-violation.v1';

  constructor(private readonly appraise: AppraiseViolation) {
    super();
  }

  handle(message: HandoffMessage<'appraise-violation'>, tx: Tx): Promise<void> {
    return this.appraise.receive(message, tx);
  }
}
