import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CreateProposal } from '../../use-cases/enquiry/create-proposal.use-case.js';
import { OpenEnquiry } from '../../use-cases/enquiry/open-enquiry.use-case.js';
import { RespondToEnquiry } from '../../use-cases/enquiry/respond-to-enquiry.use-case.js';
import { CreateProposalInput, OpenEnquiryInput, RespondToEnquiryInput } from './enquiry.input.js';
import { EnquiryType, ProposalType } from './enquiry.type.js';
import { EnquiryLoader, ProposalLoader } from './enquiry.loader.js';

@ObjectType()
export class OpenEnquiryPayload extends MutationPayload {
  @Field(() => EnquiryType, { nullable: true })
  readonly enquiry?: EnquiryType | null;
}

@ObjectType()
export class RespondToEnquiryPayload extends MutationPayload {
  @Field(() => EnquiryType, { nullable: true })
  readonly enquiry?: EnquiryType | null;
}

@ObjectType()
export class CreateProposalPayload extends MutationPayload {
  @Field(() => ProposalType, { nullable: true })
  readonly proposal?: ProposalType | null;
}

/** What is done with enquiries. */
@Resolver()
export class EnquiryActsResolver {
  constructor(
    private readonly enquiryLoader: EnquiryLoader,
    private readonly proposalLoader: ProposalLoader,
    private readonly openEnquiryCase: OpenEnquiry,
    private readonly respondToEnquiryCase: RespondToEnquiry,
    private readonly createProposalCase: CreateProposal,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => OpenEnquiryPayload, { description: 'Receives an enquiry; the first answer has a deadline (受理咨询)' })
  @Permit('sales.open-enquiry')
  openEnquiry(@Args('input') input: OpenEnquiryInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      enquiry: await this.enquiryLoader.byId(context, await this.openEnquiryCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RespondToEnquiryPayload, { description: 'Presents products and learns the four needs (答复咨询)' })
  @Permit('sales.respond-to-enquiry')
  respondToEnquiry(@Args('input') input: RespondToEnquiryInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      enquiry: await this.enquiryLoader.byId(context, await this.respondToEnquiryCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => CreateProposalPayload, { description: 'Proposes a product; finance quotes it by machine (贷款方案)' })
  @Permit('sales.create-proposal')
  createProposal(@Args('input') input: CreateProposalInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      proposal: await this.proposalLoader.byId(context, await this.createProposalCase.execute(context.actor, input)),
    }));
  }
}
