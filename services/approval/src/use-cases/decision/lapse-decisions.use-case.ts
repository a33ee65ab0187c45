import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { isExpired, isOverdue } from '../../domain/decision/conditions.js';
import { Decisions } from '../../persistence/decision/decision.repository.js';
import { ApplicationFile } from '../case/application-file.js';

const BATCH = 100;
const ACTOR = { kind: 'service', service: 'approval' } as const;

/** Takes the force from approvals whose last day has passed without a signed contract, or the day of a condition without evidence [4.14]; one transaction each. */
@Injectable()
export class LapseDecisions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly decisions: Decisions,
    private readonly file: ApplicationFile,
    private readonly clock: BusinessClock,
  ) {}

  /** Returns how many lapsed; stops after one batch, the next pass takes the rest. */
  async execute(): Promise<number> {
    const today = this.clock.today();
    const due = await this.work.run({ actor: ACTOR, operation: 'find-expired' }, async (tx) => {
      const expired = await this.decisions.expired(today, BATCH, tx);
      return [...expired, ...(await this.decisions.overdue(today, BATCH, tx))];
    });
    let lapsed = 0;
    for (const { id } of due) {
      const done = await this.work.run({ actor: ACTOR, operation: 'lapse-decision' }, async (tx) => {
        const decision = await this.decisions.get(id, tx);
        if (isExpired(decision, today)) return this.file.lapse(decision, 'EXPIRED', tx);
        return isOverdue(decision, today) && (await this.file.lapse(decision, 'CONDITION_EXPIRED', tx));
      });
      if (done) lapsed++;
    }
    return lapsed;
  }
}
