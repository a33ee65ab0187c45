import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { AnswerProposal } from '../../use-cases/enquiry/answer-proposal.use-case.js';
import { CreateProposal } from '../../use-cases/enquiry/create-proposal.use-case.js';
import { AnswerProposalInput, CreateProposalInput, RenewProposalInput } from './proposal.input.js';
import { ProposalLoader } from './proposal.loader.js';
import { ProposalType } from './proposal.type.js';

@ObjectType()
export class CreateProposalPayload extends MutationPayload {
  @Field(() => ProposalType, { nullable: true })
  readonly proposal?: ProposalType | null;
}

@ObjectType()
export class RenewProposalPayload extends MutationPayload {
  @Field(() => ProposalType, { nullable: true })
  readonly proposal?: ProposalType | null;
}

@ObjectType()
export class AnswerProposalPayload extends MutationPayload {
  @Field(() => ProposalType, { nullable: true })
  readonly proposal?: ProposalType | null;
}

/** What is done with proposals. */
@Resolver()
export class ProposalActsResolver {
  constructor(
    private readonly proposals: ProposalLoader,
    private readonly createProposalCase: CreateProposal,
    private readonly answerProposalCase: AnswerProposal,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => CreateProposalPayload, { description: 'Proposes a product; finance quotes it by machine (贷款方案)' })
  @Permit('sales.create-proposal')
  createProposal(@Args('input') input: CreateProposalInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      proposal: await this.proposals.byId(context, await this.createProposalCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RenewProposalPayload, { description: 'Quotes anew what ran out, as another proposal (重新报价)' })
  @Permit('sales.renew-proposal')
  renewProposal(@Args('input') input: RenewProposalInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      proposal: await this.proposals.byId(context, await this.createProposalCase.renew(context.actor, input)),
    }));
  }

  @Mutation(() => AnswerProposalPayload, { description: 'The customer takes a proposal or declines it with the reason (客户答复方案)' })
  @Permit('sales.answer-proposal')
  answerProposal(@Args('input') input: AnswerProposalInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      proposal: await this.proposals.byId(context, await this.answerProposalCase.execute(context.actor, input)),
    }));
  }
}
