import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { BusinessClock } from '@weilend/kernel';
import { waitsForPerson } from '../../domain/bureau/bureau-inquiry.js';
import { BureauInquiryQueries } from '../../queries/bureau/bureau-inquiry.queries.js';
import type { InquiryView } from '../../queries/investigation/investigation.queries.js';
import { CallOffBureauInquiry } from '../../use-cases/bureau/call-off-bureau-inquiry.use-case.js';
import { RetryBureauInquiry } from '../../use-cases/bureau/retry-bureau-inquiry.use-case.js';
import { BureauInquiryLoader } from '../investigation/investigation.loader.js';
import { CallOffBureauInquiryPayload, RetryBureauInquiryPayload } from '../payloads.type.js';
import { BureauChannelType } from './bureau-channel.type.js';
import { BureauInquiryFilterArgs, CallOffBureauInquiryInput, RetryBureauInquiryInput } from './bureau-desk.input.js';
import { BureauInquiryConnection, BureauInquiryType } from './bureau-inquiry.type.js';

/** What somebody does about inquiries that the bureau leaves unanswered. */
@Resolver(() => BureauInquiryType)
export class BureauDeskResolver {
  constructor(
    private readonly loader: BureauInquiryLoader,
    private readonly inquiries: BureauInquiryQueries,
    private readonly retryCase: RetryBureauInquiry,
    private readonly callOffCase: CallOffBureauInquiry,
    private readonly clock: BusinessClock,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => BureauInquiryConnection, {
    name: 'bureauInquiries',
    description: 'Inquiries of the department, newest first (征信查询台账)',
  })
  @Permit('risk.read-bureau-inquiry')
  listInquiries(@Args() filter: BureauInquiryFilterArgs) {
    return this.inquiries.list(filter);
  }

  @Query(() => BureauChannelType, { description: 'How the bureau is doing, for the dashboard of the risk manager' })
  @Permit('risk.read-bureau-inquiry')
  bureauChannel() {
    return this.inquiries.channel();
  }

  @Mutation(() => RetryBureauInquiryPayload, {
    description: 'Has an unanswered inquiry asked again now, under the same request id (重新查询)',
  })
  @Permit('risk.retry-bureau-inquiry')
  retryBureauInquiry(@Args('input') input: RetryBureauInquiryInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      bureauInquiry: await this.loader.byId(context, await this.retryCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => CallOffBureauInquiryPayload, { description: 'Ends an unanswered inquiry; the bureau may then be asked anew (撤销查询)' })
  @Permit('risk.call-off-bureau-inquiry')
  callOffBureauInquiry(@Args('input') input: CallOffBureauInquiryInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      bureauInquiry: await this.loader.byId(context, await this.callOffCase.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => Boolean, { nullable: true, description: 'Unanswered past its due moment (逾期未答复)' })
  overdue(@Parent() inquiry: InquiryView) {
    return inquiry.state === 'REQUESTED' && inquiry.dueAt < this.clock.now();
  }

  @ResolveField(() => Boolean, { nullable: true, description: 'Only a person can carry it on: ask again or call off (待人工处理)' })
  waitingForPerson(@Parent() inquiry: InquiryView) {
    return waitsForPerson(inquiry);
  }
}
