import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { withChange } from '../../domain/application/conditions.js';
import { ConditionHandover } from './condition-handover.js';
import { RecordFacts } from './record-facts.use-case.js';

/** The committee waived a condition or put off its day: the list of what we owe shows it at once, and what is settled by it is handed over [4.14]. */
@Injectable()
export class NoteConditionChange {
  constructor(
    private readonly facts: RecordFacts,
    private readonly handover: ConditionHandover,
  ) {}

  changed({ data, time }: EventMessage<'approval.condition-changed.v1'>, tx: Tx): Promise<void> {
    const { applicationId, decisionId, conditionId, kind } = data;
    const change = { conditionId, kind, newDueOn: data.newDueOn as LocalDate | null, at: new Date(time) };
    return this.facts.change(applicationId, tx, async (application) => {
      const { conditions } = application;
      if (conditions?.decisionId !== decisionId) return application;
      const changed = withChange(conditions, change);
      return changed === conditions ? application : { ...application, conditions: await this.handover.settle(application, changed, tx) };
    });
  }
}
