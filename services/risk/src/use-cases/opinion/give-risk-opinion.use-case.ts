import { Injectable } from '@nestjs/common';
import type { OpinionStance } from '@weilend/contracts';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { opinionWords } from '../../domain/opinion/opinion.js';

const WORK = 'give-risk-opinion';

export interface GiveRiskOpinionRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  readonly stance: OpinionStance;
  readonly text: string;
}

export interface ReturnRiskOpinionRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  readonly reason: string;
}

/** What this department thinks of an application before the committee; the question itself is the open work [8.5]. */
@Injectable()
export class GiveRiskOpinion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly handoffs: Handoffs,
  ) {}

  /** A question that holds numbers of persons goes back. */
  async receive({ data }: HandoffMessage<'give-risk-opinion'>): Promise<void> {
    opinionWords(data.question, 'question');
  }

  execute(actor: Actor, input: GiveRiskOpinionRequest): Promise<string> {
    const givenBy = employeeIdOf(actor);
    return this.work.once({ operation: WORK, actor, input }, async (tx) => {
      const text = opinionWords(input.text, 'text');
      const open = await this.handoffs.getOpen(WORK, input.applicationId, tx);
      await this.handoffs.complete(open._id, { stance: input.stance, text, givenBy }, tx);
      return open._id;
    });
  }

  sendBack(actor: Actor, input: ReturnRiskOpinionRequest): Promise<string> {
    return this.work.once({ operation: 'return-risk-opinion', actor, input }, async (tx) => {
      const reason = opinionWords(input.reason, 'reason');
      const open = await this.handoffs.getOpen(WORK, input.applicationId, tx);
      await this.handoffs.returnToSender(open._id, { code: 'OPINION_NOT_GIVEN', reasons: [reason] }, tx);
      return open._id;
    });
  }

  /** The customer withdrew: nobody waits for the opinion any more. */
  async endWithdrawn(applicationId: string, reason: string, tx: Tx): Promise<void> {
    const open = await this.handoffs.findOpen(WORK, applicationId, tx);
    if (open) await this.handoffs.recall(open._id, reason, tx);
  }
}
