import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ExcuseLeaver } from '../use-cases/evaluation/excuse-leaver.use-case.js';
import { ReleaseLeaver } from '../use-cases/session/release-leaver.use-case.js';
import { ApplyKnowledgeRules } from '../use-cases/knowledge/apply-knowledge-rules.use-case.js';

/** Somebody of the company has left. */
@Injectable()
export class ExcuseWhenSomebodyLeft extends EventConsumer<'hr.employee-deactivated.v1'> {
  readonly type = 'hr.employee-deactivated.v1';

  constructor(
    private readonly leaver: ExcuseLeaver,
    private readonly seats: ReleaseLeaver,
    private readonly rules: ApplyKnowledgeRules,
  ) {
    super();
  }

  async handle({ data }: EventMessage<'hr.employee-deactivated.v1'>, tx: Tx): Promise<void> {
    // What hr asked for goes back before an excuse evaluates the training: it would be asked for anew of somebody who is not there.
    await this.seats.apply(data.employeeId, tx);
    await this.leaver.apply(data.employeeId, tx);
    await this.rules.toPerson(data.employeeId, tx);
  }
}
