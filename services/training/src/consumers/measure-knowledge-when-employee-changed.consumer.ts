import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ApplyKnowledgeRules } from '../use-cases/knowledge/apply-knowledge-rules.use-case.js';

/** Somebody was hired or moved: his work may require to know something else. */
@Injectable()
export class MeasureKnowledgeWhenEmployeeChanged extends EventConsumer<'hr.employee-changed.v1'> {
  readonly type = 'hr.employee-changed.v1';

  constructor(private readonly rules: ApplyKnowledgeRules) {
    super();
  }

  handle({ data }: EventMessage<'hr.employee-changed.v1'>, tx: Tx): Promise<void> {
    return this.rules.toPerson(data.employeeId, tx);
  }
}
