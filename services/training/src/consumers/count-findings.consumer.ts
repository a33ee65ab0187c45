import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { CountFinding } from '../use-cases/plan/count-finding.use-case.js';

// What the needs analysis of the annual plan counts: quarters, products, violations.

@Injectable()
export class CountWeaknessWhenAppraised extends EventConsumer<'hr.appraisal-closed.v1'> {
  readonly type = 'hr.appraisal-closed.v1';

  constructor(private readonly finding: CountFinding) {
    super();
  }

  handle(message: EventMessage<'hr.appraisal-closed.v1'>, tx: Tx): Promise<void> {
    return this.finding.ofAppraisal(message, tx);
  }
}

@Injectable()
export class CountChangeWhenProductPublished extends EventConsumer<'finance.product-published.v1'> {
  readonly type = 'finance.product-published.v1';

  constructor(private readonly finding: CountFinding) {
    super();
  }

  handle({ data }: EventMessage<'finance.product-published.v1'>, tx: Tx): Promise<void> {
    return this.finding.ofProduct(data, tx);
  }
}

@Injectable()
export class CountViolationWhenConfirmed extends EventConsumer<'compliance.violation-confirmed.v1'> {
  readonly type = 'compliance.violation-confirmed.v1';

  constructor(private readonly finding: CountFinding) {
    super();
  }

  handle(message: EventMessage<'compliance.violation-confirmed.v1'>, tx: Tx): Promise<void> {
    return this.finding.ofViolation(message, tx);
  }
}

export const findingConsumers = [CountWeaknessWhenAppraised, CountChangeWhenProductPublished, CountViolationWhenConfirmed];
