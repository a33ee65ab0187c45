import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ReceiveJobMark } from '../use-cases/team/receive-job-mark.use-case.js';

/** Somebody whose work was to be marked has left. */
@Injectable()
export class ReturnJobMarkWhenSomebodyLeft extends EventConsumer<'hr.employee-deactivated.v1'> {
  readonly type = 'hr.employee-deactivated.v1';

  constructor(private readonly mark: ReceiveJobMark) {
    super();
  }

  handle({ data }: EventMessage<'hr.employee-deactivated.v1'>, tx: Tx): Promise<void> {
    return this.mark.left(data.employeeId, tx);
  }
}
