import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteWarningOutcome } from '../use-cases/after-loan/note-warning-outcome.use-case.js';

/** Risk decided on a measure for a warning that we gave. */
@Injectable()
export class NoteMeasureWhenRiskDecided extends EventConsumer<'risk.handoff-completed.v1'> {
  readonly type = 'risk.handoff-completed.v1';

  constructor(private readonly outcome: NoteWarningOutcome) {
    super();
  }

  handle({ subject, data }: EventMessage<'risk.handoff-completed.v1'>, tx: Tx): Promise<void> {
    return this.outcome.assessed(subject, data, tx);
  }
}
