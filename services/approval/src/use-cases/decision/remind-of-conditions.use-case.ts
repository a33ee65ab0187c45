import { Injectable } from '@nestjs/common';
import { addDays, instantOf } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { isOwed } from '../../domain/decision/condition-days.js';
import { Decisions } from '../../persistence/decision/decision.repository.js';
import { Committee } from '../committee/committee.js';

const BATCH = 200;
const ACTOR = { kind: 'service', service: 'approval' } as const;

/** Reminds the owners of conditions that come due within the parameter committee.condition-reminder, once for each day of a condition [4.14]. */
@Injectable()
export class RemindOfConditions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly decisions: Decisions,
    private readonly committee: Committee,
    private readonly outbox: Outbox,
  ) {}

  async execute(): Promise<number> {
    const today = this.committee.today();
    const until = addDays(today, await this.committee.conditionReminderDays());
    const find = { actor: ACTOR, operation: 'find-conditions-due' };
    const near = await this.work.run(find, (tx) => this.decisions.conditionsDue(today, until, BATCH, tx));
    let reminded = 0;
    for (const { id } of near.filter((one) => one.conditionRemindedFor !== one.conditionDueOn)) {
      const done = await this.work.run({ actor: ACTOR, operation: 'remind-of-condition' }, async (tx) => {
        const decision = await this.decisions.get(id, tx);
        const day = decision.conditionDueOn;
        if (day === null || decision.conditionRemindedFor === day) return false;
        await this.decisions.save({ ...decision, conditionRemindedFor: day }, tx);
        const owners = new Set(decision.conditions.filter((one) => isOwed(one) && one.dueOn === day).map((one) => one.ownerId));
        for (const employeeId of owners) {
          const data = { kind: 'CONDITION' as const, about: id, employeeId, dueAt: instantOf(addDays(day, 1)).toISOString() };
          await this.outbox.add(event('approval.deadline-reminded.v1', decision.applicationId, data), tx);
        }
        return true;
      });
      if (done) reminded++;
    }
    return reminded;
  }
}
