import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { RecordFacts } from '../use-cases/application/record-facts.use-case.js';

/** Risk's report is final: the application is before the committee. */
@Injectable()
export class NoteReportWhenFinalised extends EventConsumer<'risk.report-finalised.v1'> {
  readonly type = 'risk.report-finalised.v1';

  constructor(private readonly facts: RecordFacts) {
    super();
  }

  handle(message: EventMessage<'risk.report-finalised.v1'>, tx: Tx): Promise<void> {
    return this.facts.reportFinalised(message, tx);
  }
}
