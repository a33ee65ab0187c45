import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { answerProposal } from '../../domain/enquiry/proposal.js';
import { ProposalDesk } from './proposal-desk.js';

export interface AnswerProposalRequest {
  readonly requestKey?: string | null;
  readonly proposalId: string;
  readonly accepted: boolean;
  readonly reason?: string | null;
}

/** The customer takes a proposal, or declines it with the reason, while its price holds [4.3]. */
@Injectable()
export class AnswerProposal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ProposalDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AnswerProposalRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'answer-proposal', actor, input }, async (tx) => {
      const proposal = await this.desk.get(actor, input.proposalId, tx);
      const answer = { accepted: input.accepted, reason: input.reason ?? null, by, at: this.clock.now() };
      return (await this.desk.proposals.save(answerProposal(proposal, answer, this.clock.today()), tx)).id;
    });
  }
}
