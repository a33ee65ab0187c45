import { Args, ArgsType, Context, Field, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { htmlOf } from '@weilend/documents';
import { Files } from '@weilend/files';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { Proposal } from '../../domain/enquiry/proposal.js';
import { ProposalPapers } from '../../queries/enquiry/proposal-papers.queries.js';
import { ProposalQueries } from '../../queries/enquiry/proposal.queries.js';
import { FileTicketType } from '../contract/contract.type.js';
import { ProposalStateEnum } from '../enum.type.js';
import { EmployeeStub, ProductStub } from '../stub.type.js';
import { EnquiryLoader } from './enquiry.loader.js';
import { EnquiryType } from './enquiry.type.js';
import { ProposalLoader } from './proposal.loader.js';
import { ComparedOfferType, ProposalAnswerType, ProposalConnection, ProposalType } from './proposal.type.js';

@ArgsType()
class ProposalsArgs {
  @Field(() => ProposalStateEnum, { nullable: true })
  readonly state?: string | null;

  @Field(() => Int, { nullable: true, description: 'Those that run out within so many days (即将到期)' })
  readonly expiringWithinDays?: number | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

/** What one may ask for of proposals. */
@Resolver()
export class ProposalListResolver {
  constructor(
    private readonly loader: ProposalLoader,
    private readonly queries: ProposalQueries,
  ) {}

  @Query(() => ProposalType, { nullable: true })
  @Permit('sales.read-proposal')
  proposal(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => ProposalConnection, { description: 'Proposals that one may see, newest first (方案列表)' })
  @Permit('sales.read-proposal')
  proposals(@Args() wanted: ProposalsArgs, @Context() context: GraphContext) {
    return this.queries.list(wanted, context.actor);
  }

  @Query(() => [ComparedOfferType], { description: 'Every priced method of an enquiry side by side, the cheapest first (方案比较)' })
  @Permit('sales.read-proposal')
  proposalComparison(@Args('enquiryId', { type: () => ID }) enquiryId: string, @Context() context: GraphContext) {
    return this.queries.comparison(enquiryId, context.actor);
  }
}

@Resolver(() => ProposalType)
export class ProposalResolver {
  constructor(
    private readonly enquiries: EnquiryLoader,
    private readonly papers: ProposalPapers,
    private readonly files: Files,
  ) {}

  @ResolveField(() => String, { description: 'The proposal with its disclosure in Chinese, as HTML (方案文本)' })
  async html(@Parent() proposal: ProposalType) {
    return htmlOf(await this.papers.paperOf(proposal as unknown as Proposal));
  }

  @ResolveField(() => FileTicketType, { description: 'The same as a PDF, to GET from a signed address (方案下载)' })
  pdf(@Parent() proposal: ProposalType) {
    return this.files.madeTicket(proposal.id);
  }

  @ResolveField(() => ProductStub, { nullable: true })
  product(@Parent() proposal: ProposalType) {
    return { id: proposal.productId };
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  salesperson(@Parent() proposal: ProposalType) {
    return { id: proposal.salespersonId };
  }

  @ResolveField(() => EnquiryType, { nullable: true })
  @Permit('sales.read-enquiry')
  enquiry(@Parent() proposal: ProposalType, @Context() context: GraphContext) {
    return this.enquiries.byId(context, proposal.enquiryId);
  }
}

@Resolver(() => ComparedOfferType)
export class ComparedOfferResolver {
  @ResolveField(() => ProductStub, { nullable: true })
  product(@Parent() offer: ComparedOfferType) {
    return { id: offer.productId };
  }
}

@Resolver(() => ProposalAnswerType)
export class ProposalAnswerResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  recordedBy(@Parent() given: ProposalAnswerType) {
    return { id: given.by };
  }
}

export const proposalResolvers = [ProposalListResolver, ProposalResolver, ComparedOfferResolver, ProposalAnswerResolver];
