import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { confirmConditions } from '../../domain/decision/conditions.js';
import { Decisions } from '../../persistence/decision/decision.repository.js';
import { Committee } from '../committee/committee.js';
import { DecisionAnnouncement } from './decision-announcement.js';

export interface ConfirmConditionsRequest {
  readonly requestKey?: string | null;
  readonly decisionId: string;
  /** All that are owed when left out. */
  readonly conditionIds?: readonly string[] | null;
}

/** The secretary accepts the evidence of some conditions or all: when nothing is owed any more the approval is in force and sales may sign (gate G5) [4.14]. */
@Injectable()
export class ConfirmConditions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly decisions: Decisions,
    private readonly committee: Committee,
    private readonly announcement: DecisionAnnouncement,
  ) {}

  execute(actor: Actor, input: ConfirmConditionsRequest): Promise<string> {
    return this.work.once({ operation: 'confirm-conditions', actor, input }, async (tx) => {
      const confirmedBy = employeeIdOf(actor);
      const confirmation = { confirmedBy, today: this.committee.today(), conditionIds: input.conditionIds ?? null };
      const decision = confirmConditions(await this.decisions.get(input.decisionId, tx), confirmation);
      await this.decisions.save(decision, tx);
      if (decision.state === 'in-force') await this.announcement.conditionsConfirmed(decision, confirmedBy, tx);
      return decision.id;
    });
  }
}
