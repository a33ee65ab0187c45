import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReportViolation } from '../use-cases/report-violation/report-violation.use-case.js';

/** A false statement was found in a file: the report opens by itself. */
@Injectable()
export class ReportWhenFalsified extends EventConsumer<'sales.falsification-reported.v1'> {
  readonly type = 'sales.falsification-reported.v1';

  constructor(private readonly report: ReportViolation) {
    super();
  }

  handle({ data }: EventMessage<'sales.falsification-reported.v1'>, tx: Tx): Promise<void> {
    return this.report.apply(data, tx);
  }
}
