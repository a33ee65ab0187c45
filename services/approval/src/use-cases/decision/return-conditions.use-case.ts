import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { returnConditions } from '../../domain/decision/conditions.js';
import { Decisions } from '../../persistence/decision/decision.repository.js';
import { DecisionAnnouncement } from './decision-announcement.js';

export interface ReturnConditionsRequest {
  readonly requestKey?: string | null;
  readonly decisionId: string;
  /** All that are owed when left out; what is confirmed stays so. */
  readonly conditionIds?: readonly string[] | null;
  readonly reasons: readonly string[];
}

/** The secretary sends the evidence back to sales with reasons [4.14]. */
@Injectable()
export class ReturnConditions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly decisions: Decisions,
    private readonly announcement: DecisionAnnouncement,
  ) {}

  execute(actor: Actor, input: ReturnConditionsRequest): Promise<string> {
    return this.work.once({ operation: 'return-conditions', actor, input }, async (tx) => {
      const decision = returnConditions(await this.decisions.get(input.decisionId, tx), input.reasons, input.conditionIds ?? null);
      await this.decisions.save(decision, tx);
      await this.announcement.conditionsReturned(decision, input.reasons, tx);
      return decision.id;
    });
  }
}
