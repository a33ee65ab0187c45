import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteWarningOutcome } from '../use-cases/after-loan/note-warning-outcome.use-case.js';
import { ReceiveReturns } from '../use-cases/application/receive-returns.use-case.js';

/** Risk sent an investigation back with what is missing, or a warning with the reason. */
@Injectable()
export class TakeBackWhenRiskReturned extends EventConsumer<'risk.handoff-returned.v1'> {
  readonly type = 'risk.handoff-returned.v1';

  constructor(
    private readonly returns: ReceiveReturns,
    private readonly outcome: NoteWarningOutcome,
  ) {
    super();
  }

  async handle({ data, subject }: EventMessage<'risk.handoff-returned.v1'>, tx: Tx): Promise<void> {
    if (data.handoff === 'investigate-application') await this.returns.investigation(subject, data, tx);
    if (data.handoff === 'assess-alert') await this.outcome.returned(subject, data, tx);
  }
}
