import { Context, Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ChecksOfDecision } from '../approval.loader.js';
import { DecisionCheckEnum } from '../enum.type.js';
import { RiskReportStub } from '../stub.type.js';
import { DecisionType, ReportCitationView } from './decision.type.js';

@ObjectType('DecisionCheck', { description: 'One line of the check of a decision (决定核验)' })
export class DecisionCheckView {
  @Field(() => DecisionCheckEnum)
  readonly check!: string;

  @Field(() => Boolean)
  readonly holds!: boolean;

  @Field(() => String)
  readonly detail!: string;
}

/** A decision counted once more from what is kept. */
@Resolver(() => DecisionType)
export class DecisionCheckResolver {
  constructor(private readonly checks: ChecksOfDecision) {}

  @ResolveField(() => [DecisionCheckView], {
    nullable: true,
    description:
      'Policy, votes, quorum, majority, veto, result and terms counted once more; the report checks itself in `report.riskReport` (决定核验)',
  })
  @Permit('approval.read-verification')
  verification(@Parent() decision: DecisionType, @Context() context: GraphContext) {
    return this.checks.of(context, decision.id);
  }
}

@Resolver(() => ReportCitationView)
export class ReportCitationResolver {
  @ResolveField(() => RiskReportStub, { nullable: true, description: 'The report itself, as far as the reader may see it' })
  riskReport(@Parent() citation: ReportCitationView) {
    return { id: citation.reportId };
  }
}
