import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { AccessLogQueries } from '../../queries/bureau/access-log.queries.js';
import type { InquiryView } from '../../queries/investigation/investigation.queries.js';
import { RevealBureauReport } from '../../use-cases/bureau/reveal-bureau-report.use-case.js';
import { RevealSitePhoto } from '../../use-cases/checks/reveal-site-photo.use-case.js';
import { RiskAccessConnection } from './access-log.type.js';
import { BureauInquiryType } from './bureau-inquiry.type.js';
import { RevealBureauReportInput, RevealSitePhotoInput } from '../investigation/investigation.input.js';
import { BureauInquiryLoader } from '../investigation/investigation.loader.js';
import { RevealBureauReportPayload, RevealSitePhotoPayload } from '../payloads.type.js';
import { EmployeeStub, refer } from '../references.type.js';

/** Inquiries, masked; whole answers and photos only with a reason that is written down. */
@Resolver(() => BureauInquiryType)
export class BureauInquiryResolver {
  constructor(
    private readonly loader: BureauInquiryLoader,
    private readonly accessLog: AccessLogQueries,
    private readonly revealReportCase: RevealBureauReport,
    private readonly revealPhotoCase: RevealSitePhoto,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => BureauInquiryType, { nullable: true })
  @Permit('risk.read-check')
  bureauInquiry(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => RiskAccessConnection, { name: 'riskAccessLog', description: 'Who looked at personal data in risk, newest first' })
  @Permit('risk.read-access-log')
  listAccess(
    @Args('customerId', { type: () => ID, nullable: true }) customerId: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.accessLog.list({ customerId, first, after });
  }

  @Mutation(() => RevealBureauReportPayload)
  @Permit('risk.reveal-bureau-report')
  revealBureauReport(@Args('input') input: RevealBureauReportInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ bureauReport: await this.revealReportCase.execute(context.actor, input) }));
  }

  @Mutation(() => RevealSitePhotoPayload)
  @Permit('risk.reveal-site-photo')
  revealSitePhoto(@Args('input') input: RevealSitePhotoInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ download: await this.revealPhotoCase.execute(context.actor, input) }));
  }

  @ResolveField(() => EmployeeStub)
  requestedBy(@Parent() inquiry: InquiryView) {
    return refer(inquiry.requestedBy);
  }
}
