import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { FreeLeaverWork } from '../use-cases/watch/free-leaver-work.use-case.js';

/** Somebody of the company has left. */
@Injectable()
export class FreeWorkWhenSomebodyLeft extends EventConsumer<'hr.employee-deactivated.v1'> {
  readonly type = 'hr.employee-deactivated.v1';

  constructor(private readonly work: FreeLeaverWork) {
    super();
  }

  handle({ data }: EventMessage<'hr.employee-deactivated.v1'>, tx: Tx): Promise<void> {
    return this.work.apply(data.employeeId, tx);
  }
}
