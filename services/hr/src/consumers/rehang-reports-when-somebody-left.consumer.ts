import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { RehangReports } from '../use-cases/employee/rehang-reports.use-case.js';

/** Somebody has left: whom he led comes under who led him. */
@Injectable()
export class RehangReportsWhenSomebodyLeft extends EventConsumer<'hr.employee-deactivated.v1'> {
  readonly type = 'hr.employee-deactivated.v1';

  constructor(private readonly rehang: RehangReports) {
    super();
  }

  handle({ data }: EventMessage<'hr.employee-deactivated.v1'>, tx: Tx): Promise<void> {
    return this.rehang.apply(data.employeeId, tx);
  }
}

/** Some of them have a new superior, and some are left. */
@Injectable()
export class RehangReportsWhenRehungInPart extends EventConsumer<'hr.reports-rehung-in-part.v1'> {
  readonly type = 'hr.reports-rehung-in-part.v1';

  constructor(private readonly rehang: RehangReports) {
    super();
  }

  handle({ data }: EventMessage<'hr.reports-rehung-in-part.v1'>, tx: Tx): Promise<void> {
    return this.rehang.apply(data.employeeId, tx);
  }
}
