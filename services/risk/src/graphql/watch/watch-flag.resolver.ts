import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { InvestigationType } from '../investigation/investigation.type.js';
import { RiskReportType } from '../report/risk-report.type.js';
import { WatchOfApplication } from './watch.loader.js';
import { WatchedCustomerType } from './watch.type.js';

const flag = { nullable: true, description: 'The applicant is under special watch today (申请人在重点关注名单中); null when he is not' };

/** Who investigates a new application of a watched customer sees that he is watched [7.5]. */
@Resolver(() => InvestigationType)
export class InvestigationWatchResolver {
  constructor(private readonly watchOf: WatchOfApplication) {}

  @ResolveField(() => WatchedCustomerType, flag)
  @Permit('risk.read-watch')
  applicantWatch(@Parent() investigation: { applicationId: string }, @Context() context: GraphContext) {
    return this.watchOf.firstOf(context, investigation.applicationId);
  }
}

/** So does the committee that decides on it by the report [7.5]. */
@Resolver(() => RiskReportType)
export class RiskReportWatchResolver {
  constructor(private readonly watchOf: WatchOfApplication) {}

  @ResolveField(() => WatchedCustomerType, flag)
  @Permit('risk.read-watch')
  applicantWatch(@Parent() report: { applicationId: string }, @Context() context: GraphContext) {
    return this.watchOf.firstOf(context, report.applicationId);
  }
}
