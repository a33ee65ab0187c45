import { Args, ArgsType, Context, Field, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { DeskQueries } from '../../queries/investigation/desk.queries.js';
import { RiskDeskQueries } from '../../queries/investigation/risk-desk.queries.js';
import { EmployeeStub, refer } from '../references.type.js';
import { InvestigatorDayType, InvestigatorLoadType, RiskDeskType } from './desk.type.js';
import { InvestigationConnection } from './investigation.type.js';

@ArgsType()
class DeskPageArgs {
  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

/** The lists that somebody of risk works down. */
@Resolver()
export class DeskResolver {
  constructor(private readonly desk: DeskQueries) {}

  @Query(() => InvestigationConnection, { description: 'The own open ones, oldest first (我的调查)' })
  @Permit('risk.read-investigation')
  myInvestigations(@Args() page: DeskPageArgs, @Context() context: GraphContext) {
    return this.desk.mine(page, context.actor);
  }

  @Query(() => InvestigationConnection, { description: 'Nobody investigates yet, oldest first (待分派)' })
  @Permit('risk.read-desk')
  unassignedInvestigations(@Args() page: DeskPageArgs, @Context() context: GraphContext) {
    return this.desk.unassigned(page, context.actor);
  }

  @Query(() => InvestigationConnection, { description: 'One of the two has left or is close to the borrower, oldest first (待更换调查员)' })
  @Permit('risk.read-desk')
  investigationsToReassign(@Args() page: DeskPageArgs, @Context() context: GraphContext) {
    return this.desk.toReassign(page, context.actor);
  }

  @Query(() => InvestigationConnection, { description: 'A check is due and not done, the longest overdue first (逾期核查)' })
  @Permit('risk.read-investigation')
  overdueChecks(@Args() page: DeskPageArgs, @Context() context: GraphContext) {
    return this.desk.overdueChecks(page, context.actor);
  }

  @Query(() => InvestigationConnection, { description: 'Questions to sales are open, the first due first (待销售答复)' })
  @Permit('risk.read-investigation')
  investigationsWaitingForSales(@Args() page: DeskPageArgs, @Context() context: GraphContext) {
    return this.desk.waitingForSales(page, context.actor);
  }

  @Query(() => InvestigationConnection, { description: 'Somebody asks to leave a check out, oldest first (待决定的免除申请)' })
  @Permit('risk.decide-waiver')
  waiversToDecide(@Args() page: DeskPageArgs, @Context() context: GraphContext) {
    return this.desk.waiversToDecide(page, context.actor);
  }
}

/** One request each for the morning of a manager and of an investigator. */
@Resolver(() => InvestigatorLoadType)
export class RiskDeskResolver {
  constructor(private readonly desk: RiskDeskQueries) {}

  @Query(() => RiskDeskType, { description: 'What is open, by whom, and what is late (风险部工作台)' })
  @Permit('risk.read-desk')
  riskDesk() {
    return this.desk.desk();
  }

  @Query(() => InvestigatorDayType, { description: 'What the investigator has to do today (今日调查)' })
  @Permit('risk.plan-investigation')
  myInvestigationDay(@Context() context: GraphContext) {
    return this.desk.day(context.actor);
  }

  @ResolveField(() => EmployeeStub)
  employee(@Parent() load: InvestigatorLoadType) {
    return refer(load.employeeId);
  }
}
